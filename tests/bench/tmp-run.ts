import { largeImportFigures } from './large-import.ts'
console.log(await largeImportFigures((s) => console.error(s)))
process.exit(0)
