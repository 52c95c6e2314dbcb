import { Fragment, type ReactNode } from 'react'
import type { DocumentNode } from '#shared/features/toolkit/document.ts'
import { FieldTableView } from './field-table-view.tsx'
import type { FieldFace } from './editor/field-store.ts'

/** What a field says here. */
export type FaceOf = (code: string, label?: string | null) => FieldFace

type PartProps = { readonly part: DocumentNode; readonly faceOf: FaceOf; readonly guidance: boolean }

const marked = (part: DocumentNode): ReactNode =>
  (part.marks ?? []).reduce<ReactNode>((inside, { type }) => {
    if (type === 'bold') return <b>{inside}</b>
    if (type === 'italic') return <i>{inside}</i>
    // A link is printed as its words with the address: nothing in a document that is read goes anywhere by itself.
    return type === 'underline' ? <u>{inside}</u> : inside
  }, part.text ?? '')

const linkOf = (part: DocumentNode): string | null => {
  const href = part.marks?.find(({ type }) => type === 'link')?.attrs?.['href']
  return typeof href === 'string' ? href : null
}

const Words = ({ part }: { readonly part: DocumentNode }): ReactNode => {
  const href = linkOf(part)
  const words = marked(part)
  return href === null || href === part.text ? (
    words
  ) : (
    <>
      {words} ({href.replace(/^mailto:/, '')})
    </>
  )
}

const Value = ({ part, faceOf }: Pick<PartProps, 'part' | 'faceOf'>): ReactNode => {
  const frozen = part.attrs?.['frozen']
  if (typeof frozen === 'string') return frozen
  const label = part.attrs?.['label']
  const face = faceOf(String(part.attrs?.['code'] ?? ''), typeof label === 'string' ? label : null)
  return face.kind === 'fact' ? face.words : <span>{`[${face.words}]`}</span>
}

const Parts = ({ part, ...rest }: PartProps): ReactNode =>
  (part.content ?? []).map((child, index) => <Part key={index} part={child} {...rest} />)

const Heading = (props: PartProps): ReactNode => {
  const level = Number(props.part.attrs?.['level'])
  const Tag = level >= 3 ? 'h4' : level === 2 ? 'h3' : 'h2'
  return (
    <Tag>
      <Parts {...props} />
    </Tag>
  )
}

const Tick = (props: PartProps): ReactNode => {
  const isDone = props.part.attrs?.['checked'] === true
  return (
    <li>
      <label>
        <input type="checkbox" checked={isDone} disabled aria-label={isDone ? 'Done' : 'Not done'} />
      </label>
      <div>
        <Parts {...props} />
      </div>
    </li>
  )
}

const BLOCKS: Readonly<Record<string, (props: PartProps) => ReactNode>> = {
  paragraph: (props) => (
    <p>
      <Parts {...props} />
    </p>
  ),
  heading: Heading,
  bulletList: (props) => (
    <ul>
      <Parts {...props} />
    </ul>
  ),
  orderedList: (props) => (
    <ol>
      <Parts {...props} />
    </ol>
  ),
  listItem: (props) => (
    <li>
      <Parts {...props} />
    </li>
  ),
  taskList: (props) => (
    <ul data-type="taskList">
      <Parts {...props} />
    </ul>
  ),
  taskItem: Tick,
  table: (props) => (
    <table>
      <tbody>
        <Parts {...props} />
      </tbody>
    </table>
  ),
  tableRow: (props) => (
    <tr>
      <Parts {...props} />
    </tr>
  ),
  tableHeader: (props) => (
    <th>
      <Parts {...props} />
    </th>
  ),
  tableCell: (props) => (
    <td>
      <Parts {...props} />
    </td>
  ),
  blockquote: (props) =>
    props.guidance ? (
      <blockquote>
        <Parts {...props} />
      </blockquote>
    ) : null,
  horizontalRule: () => <hr />,
  hardBreak: () => <br />,
  text: ({ part }) => <Words part={part} />,
  field: ({ part, faceOf }) => <Value part={part} faceOf={faceOf} />,
  fieldTable: ({ part, faceOf }) => <FieldTableView part={part} faceOf={faceOf} />,
}

const Part = (props: PartProps): ReactNode => {
  const Drawn = BLOCKS[props.part.type ?? '']
  return Drawn === undefined ? <Parts {...props} /> : <Drawn {...props} />
}

type DocumentViewProps = {
  readonly content: DocumentNode
  readonly faceOf: FaceOf
  /** Whether the words for the writer are shown too. */
  readonly guidance?: boolean
}

/** The text of a document to read: as it goes out, without the chips and without the guidance. */
export const DocumentView = ({ content, faceOf, guidance = false }: DocumentViewProps): ReactNode => (
  <Fragment>
    <Parts part={content} faceOf={faceOf} guidance={guidance} />
  </Fragment>
)
