/** `npm run build`: packages and dist/, each only when what it reads has changed. */
import { build, install } from './set-up.mjs'

install()
build()
