import type { ReactNode } from 'react'
import { labelOf } from '#shared/domain/people.ts'
import { APPROACHES, contactLine, contactMap, type MapSquare } from '#shared/features/contacts/rules.ts'
import { CONTACT_LEVELS, type Contact } from '#shared/features/contacts/schema.ts'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { approachWords, spokenWords } from './contact-words.ts'
import classes from './contacts.module.css'

type ContactMapProps = {
  readonly contacts: readonly Contact[]
  readonly onOpen: (contact: Contact) => void
}

const Names = ({ contacts, onOpen }: ContactMapProps): ReactNode => (
  <ul className={classes.names}>
    {contacts.map((contact) => (
      <li key={contact.id}>
        <button type="button" className={classes.person} onClick={() => onOpen(contact)}>
          <b>{contact.name}</b>
          <small>{contactLine(contact)}</small>
        </button>
      </li>
    ))}
  </ul>
)

const Square = ({ square, onOpen }: { readonly square: MapSquare; readonly onOpen: ContactMapProps['onOpen'] }) => (
  <td data-approach={square.approach}>
    <span className={classes.approach}>{labelOf(APPROACHES, square.approach)}</span>
    {square.contacts.length === 0 ? (
      <VisuallyHidden>Nobody</VisuallyHidden>
    ) : (
      <Names contacts={square.contacts} onOpen={onOpen} />
    )}
  </td>
)

/** Who can move the plan and who wants to: three by three squares, the strongest at the top right. */
export const ContactMapGrid = ({ contacts, onOpen }: ContactMapProps): ReactNode => {
  const map = contactMap(contacts)
  return (
    <>
      <div className={classes.mapFrame}>
        <table className={classes.map}>
          <caption>
            <VisuallyHidden>Contacts by influence on the plan and interest in it</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              <td>
                <VisuallyHidden>Influence, then interest</VisuallyHidden>
              </td>
              {CONTACT_LEVELS.map(({ code, label }) => (
                <th key={code} scope="col">{`${label} interest`}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.rows.map((squares) => (
              <tr key={squares[0]?.influence}>
                <th scope="row">{`${labelOf(CONTACT_LEVELS, squares[0]?.influence)} influence`}</th>
                {squares.map((square) => (
                  <Square key={square.interest} square={square} onOpen={onOpen} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {map.unplaced.length > 0 && (
        <section className={classes.unplaced} aria-labelledby="contacts-unplaced">
          <h2 id="contacts-unplaced">{`Not placed yet: ${map.unplaced.length}`}</h2>
          <Names contacts={map.unplaced} onOpen={onOpen} />
        </section>
      )}
    </>
  )
}

/** The same as a table, a line for each contact. */
export const ContactMapTable = ({ contacts }: Pick<ContactMapProps, 'contacts'>): ReactNode => {
  const level = (code: Contact['influence']): string => (code === null ? 'Not judged' : labelOf(CONTACT_LEVELS, code))
  return (
    <PlainTable
      caption="Contacts by influence and interest"
      rows={contacts}
      rowId={({ id }) => id}
      columns={[
        { id: 'name', header: 'Name', rowHeader: true, cell: ({ name }) => name },
        { id: 'line', header: 'Who they are', cell: (contact) => contactLine(contact) || 'Blank' },
        { id: 'influence', header: 'Influence', cell: ({ influence }) => level(influence) },
        { id: 'interest', header: 'Interest', cell: ({ interest }) => level(interest) },
        { id: 'approach', header: 'Approach', cell: approachWords },
        { id: 'spoken', header: 'Last spoken to', cell: spokenWords },
      ]}
    />
  )
}
