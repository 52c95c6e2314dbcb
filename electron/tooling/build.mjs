/** `npm run build`: builds the app into out/, always. */
import { build } from './builder.mjs'
import { launch } from './setup.mjs'

await launch(import.meta.url, (args) => build(args, false))
