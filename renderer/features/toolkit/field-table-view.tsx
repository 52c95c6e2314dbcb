import type { ReactNode } from 'react'
import type { DocumentNode } from '#shared/features/toolkit/document.ts'
import type { FaceOf } from './document-view.tsx'
import { frozenTable } from './editor/field-store.ts'

/** A live table as it is printed; of a frozen one its words. */
export const FieldTableView = ({
  part,
  faceOf,
}: {
  readonly part: DocumentNode
  readonly faceOf: FaceOf
}): ReactNode => {
  const frozen = part.attrs?.['frozen']
  const face = faceOf(String(part.attrs?.['code'] ?? ''))
  const table = typeof frozen === 'string' ? frozenTable(frozen) : face.table
  if (table === null || table.rows.length === 0) return <p>{face.words}</p>
  return (
    <table aria-label={face.label}>
      <thead>
        <tr>
          {table.head.map((word) => (
            <th key={word} scope="col">
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          <tr key={at}>
            {row.map((word, column) => (
              <td key={column}>{word}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
