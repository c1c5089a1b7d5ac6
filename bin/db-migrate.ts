import { end, runToEnd } from './children';
import { useDatabase } from './database';
import { migrateDatabase } from './launch';

/** npm run db:migrate: applies what is pending, as DATABASE_OWNER_URL or in the folder's database. */
runToEnd(async () => {
  const database = await useDatabase();
  await migrateDatabase(database);
  console.log('The database has every migration.');
  await end(0);
});
