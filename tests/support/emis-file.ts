import { testNhsNumbers } from '#shared/domain/nhs-number.ts'

/** What the file below holds, counted by hand: the report must come to the same. */
export const EMIS_FILE_FACTS = { people: 40, breast: 24, prostate: 16, supported: 30, reviewed: 28 } as const

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/**
 * A GP-system export of 40 made-up people, all diagnosed in May 2025: 24 with breast and 16 with prostate cancer, 30
 * given support information in June, 28 reviewed in December.
 */
export const emisFile = (): string => {
  const numbers = testNhsNumbers(700_000)
  const rows = Array.from({ length: EMIS_FILE_FACTS.people }, (_, index) => {
    const number = String(numbers.next().value)
    const day = twoDigits(1 + (index % 28))
    const breast = index < EMIS_FILE_FACTS.breast
    const cells = [
      String(9000 + index),
      `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`,
      `Sample-${String.fromCharCode(65 + (index % 26))}${index < 26 ? '' : 'b'}`,
      breast ? 'Una' : 'Ulric',
      `${day}-Mar-19${40 + (index % 40)}`,
      breast ? 'Female' : 'Male',
      'Dr Tamsin Hale',
      `${day}-May-2025`,
      breast ? 'Malignant tumour of breast' : 'Malignant tumour of prostate',
      '',
      ...(index < EMIS_FILE_FACTS.supported
        ? [`${day}-Jun-2025`, 'Cancer support information given', '']
        : ['', '', '']),
      ...(index < EMIS_FILE_FACTS.reviewed ? [`${day}-Dec-2025`, 'Cancer care review', ''] : ['', '', '']),
      '',
    ]
    return cells.join(',')
  })
  const preamble = ['Cancer register with reviews', 'Last Run,20-Nov-2026,Relative Date,31-Oct-2026', '']
  const clinical = 'Date,Code Term,Value'
  const header = `EMIS Number,NHS Number,Family Name,Calling Name,Date of Birth,Gender,Usual GP's Full Name,${clinical},${clinical},${clinical},`
  return [...preamble, header, ...rows, ''].join('\r\n')
}
