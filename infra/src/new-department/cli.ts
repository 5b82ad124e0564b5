import { checkout } from '../folders';
import { Problem, runCommand } from '../problem';
import { makeDepartment } from './make-department';

runCommand(async () => {
  const [name, ...more] = process.argv.slice(2);
  if (!name || more.length > 0) throw new Problem('usage: scripts/new-department NAME   for example: social-security');
  const { made, changed } = makeDepartment(checkout, name);
  for (const file of made) console.log(`new      ${file}`);
  for (const file of changed) console.log(`changed  ${file}`);
  console.log(
    `services/departments/${name} decides one item by rule; scripts/start builds and starts it with the others.`,
  );
});
