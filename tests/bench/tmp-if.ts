import { importFigure } from './import-speed.ts'
console.log(await importFigure())
console.log(await importFigure())
process.exit(0)
