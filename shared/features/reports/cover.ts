import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { periodWords } from './period.ts'
import { keyWords } from '#shared/features/packs/labels.ts'
import { SMALL_NUMBER_RULES, type ReportDataset } from './schema.ts'
import { tablesOf } from './tables.ts'

const londonDay = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const londonTime = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

/** `23 Nov 2026, 09:20` in Europe/London, for an instant that is already known. */
export const instantWords = (instant: string): string => {
  const date = new Date(instant)
  return `${formatIsoDate(londonDay.format(date))}, ${londonTime.format(date)}`
}

/** The day in Europe/London of an instant that is already known. */
export const dayOf = (instant: string): IsoDate => londonDay.format(new Date(instant))

/** `23 Nov 2026`: the same in words. */
export const dayWords = (instant: string): string => formatIsoDate(dayOf(instant))

export interface CoverLine {
  readonly name: string
  readonly value: string
}

/** What a report can be checked by. */
export interface Receipt {
  /** Of the dataset. */
  readonly sha256: string
  /** Fingerprint of the key that its packs are signed with; null where the register has made none yet. */
  readonly key: string | null
}

/** How many tables the report has and how many rows they have together, totals counted. */
const tableWords = ({ sections }: ReportDataset): string => {
  const tables = sections.flatMap(tablesOf)
  const rows = tables.reduce((total, table) => total + table.rows.length, 0)
  return `${tables.length} with ${rows} rows`
}

const whoseLines = ({ practiceName, odsCode, combined }: ReportDataset): CoverLine[] =>
  combined === undefined
    ? [{ name: 'Practice', value: odsCode === '' ? practiceName : `${practiceName} (${odsCode})` }]
    : [
        { name: 'Network', value: practiceName },
        { name: 'Practices', value: `${combined.practices} of ${combined.listed} sent their counts` },
      ]

/** What the cover says in every format. */
export const coverLines = (dataset: ReportDataset, { sha256, key }: Receipt): CoverLine[] => [
  ...whoseLines(dataset),
  ...(dataset.networkName === '' ? [] : [{ name: 'Network', value: dataset.networkName }]),
  { name: 'Period', value: periodWords(dataset) },
  { name: 'List size', value: `${dataset.listSize.toLocaleString('en-GB')} on ${formatIsoDate(dataset.listSizeOn)}` },
  { name: 'Frozen', value: `${instantWords(dataset.frozenAt)} by ${dataset.frozenBy}` },
  { name: 'Small numbers', value: SMALL_NUMBER_RULES.find(({ code }) => code === dataset.smallNumbers)?.label ?? '' },
  {
    name: 'Counts hidden',
    value: `${dataset.hiddenCounts.small} small (*), ${dataset.hiddenCounts.protect} to protect them (†)`,
  },
  { name: 'Made with', value: dataset.producedBy },
  { name: 'Tables', value: tableWords(dataset) },
  { name: 'Fingerprint (SHA-256)', value: sha256 },
  ...(key === null ? [] : [{ name: 'Signing key', value: keyWords(key) }]),
]

/** Printed across every page of a report in which nothing is hidden; null for one that may leave. */
export const watermark = ({ smallNumbers }: Pick<ReportDataset, 'smallNumbers'>): string | null =>
  smallNumbers === 'none' ? 'For use inside this practice only' : null

/** What must stand on every page: made-up people, or figures not for anyone outside. */
export const warnings = ({ demo, smallNumbers }: ReportDataset): string[] => [
  ...(demo ? ['Demo practice: every person in this report is made up.'] : []),
  ...(smallNumbers === 'none' ? ['Small numbers are not hidden. For use inside this practice only.'] : []),
]

/** The name of a report's files, without the extension: no patient in it. */
export const reportFileName = ({
  odsCode,
  from,
  to,
  smallNumbers,
  combined,
}: Pick<ReportDataset, 'odsCode' | 'from' | 'to' | 'smallNumbers' | 'combined'>): string =>
  [
    combined === undefined ? 'network-report' : 'combined-network-report',
    odsCode.replaceAll(/[^A-Za-z0-9]/g, ''),
    `${from}-to-${to}`,
    smallNumbers === 'none' ? 'inside-this-practice-only' : '',
  ]
    .filter((part) => part !== '')
    .join('-')
