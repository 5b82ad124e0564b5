import { runCommand } from '../problem';
import { writeGenerated } from './generated-files';

/** Writes what is made from the services' manifests and kept in the repository. */
runCommand(async () => {
  const changed = writeGenerated();
  console.log(changed.length > 0 ? `written: ${changed.join(', ')}` : 'everything is as the manifests say');
});
