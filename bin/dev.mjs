import { prepare } from './prepare.mjs';

const { launch } = await prepare('launch.ts');
await launch('dev');
