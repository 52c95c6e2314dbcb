/** One practice of a search-count report: name, CDB, count, parent, percentage, males, females. */
type CountLine = readonly [string, number, number, number, string, number, number]

const PRACTICES: readonly CountLine[] = [
  ['Brackenfold Surgery', 20_006, 41, 57, '72%', 19, 22],
  ['Harrowmere Practice', 20_007, 30, 48, '62%', 14, 16],
  ['"Ostley Road, The Surgery"', 20_008, 22, 39, '56%', 12, 10],
  ['Tolland Green Practice', 20_011, 1055, 2110, '50%', 500, 555],
]

const lineOf = ([name, cdb, ...figures]: CountLine): string => `${name},${cdb},${figures.join(',')},0,Completed,`

/**
 * A search-count report of EMIS Web as its bytes are: UTF-16 with a mark, dates above the headings, a total below.
 * @param lines in place of the rows and the total.
 */
export const searchCountFile = (lines?: readonly string[]): Buffer => {
  const rows = lines ?? [...PRACTICES.map(lineOf), 'Total,,1148,2254,51%,545,603,0,,']
  const text = [
    'EMIS Web enterprise search and report,,,,,,,,,',
    'Search,CAN005 support information,,,,,,,,',
    'Last Run,04-Nov-2026,Relative Date,31-Oct-2026,,,,,,',
    ',,,,,,,,,',
    'Organisation,CDB,Population Count,Parent,%,Males,Females,Excluded,Status,',
    ...rows,
  ]
  return Buffer.from(`\uFEFF${text.map((line) => `${line}\r\n`).join('')}`, 'utf16le')
}

/** Made-up postcodes that no list of real ones has, each with a rank and the decile that goes with it. */
export const deprivationFile = (rows: number): string => {
  const letters = 'ABDEFGHJLN'
  const lines = Array.from({ length: rows }, (_, at) => {
    const [first, second] = [letters[at % 10] ?? 'A', letters[Math.floor(at / 10) % 10] ?? 'A']
    const district = Math.floor(at / 1000) % 100
    const sector = Math.floor(at / 100) % 10
    const area = `Q${letters[Math.floor(at / 100_000) % 10] ?? 'A'}`
    return `${area}${district} ${sector}${first}${second},${at + 1},${1 + Math.floor((at * 10) / rows)}`
  })
  return ['Postcode,Rank,Decile', ...lines, ''].join('\n')
}
