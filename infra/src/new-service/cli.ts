import { checkout } from '../folders';
import { Problem, runCommand } from '../problem';
import { makeService } from './make-service';

runCommand(async () => {
  const [name, ...more] = process.argv.slice(2);
  if (!name || more.length > 0) throw new Problem('usage: scripts/new-service NAME   for example: noise-reports');
  const { made, changed } = makeService(checkout, name);
  for (const file of made) console.log(`new      ${file}`);
  for (const file of changed) console.log(`changed  ${file}`);
  console.log(
    `services/${name} counts the cases that departments decide; scripts/start builds and starts it with the others, and /${name} shows the number.`,
  );
});
