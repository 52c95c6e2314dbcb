import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Avatar } from '#renderer/ui/avatar.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { ACCESS_ROLES, type AccessRole, labelOf } from '#shared/domain/people.ts'
import type { User } from '#shared/features/access/schema.ts'
import { type Capability, may } from '#shared/permissions.ts'
import classes from './settings.module.css'

interface Right {
  readonly can: Capability
  readonly words: string
}

/** Every capability in words, in the order in which people ask about them. */
export const RIGHTS: readonly Right[] = [
  { can: 'register.read', words: 'See patients’ names and journeys' },
  { can: 'register.write', words: 'Add and edit people and diagnoses' },
  { can: 'journey.write', words: 'Log what happened' },
  { can: 'pathways.sign_off', words: 'Sign off what became of a referral, and take days off its clock' },
  { can: 'plan.write', words: 'Write in the action plan and sign it' },
  { can: 'documents.write', words: 'Write documents of the toolkit, and issue them' },
  { can: 'imports.run', words: 'Bring in files, and undo that' },
  { can: 'people.export', words: 'Export anything about a named person' },
  { can: 'reports.build', words: 'Freeze the figures of a report' },
  { can: 'reports.export', words: 'Write a report to files' },
  { can: 'safekeeping.run', words: 'Make a backup and test a restore' },
  { can: 'settings.read', words: 'See the settings' },
  { can: 'settings.write', words: 'Change the settings' },
  { can: 'audit.read', words: 'Read the audit trail' },
]

const Allowed = ({ role, can }: { readonly role: AccessRole; readonly can: Capability }): ReactNode =>
  may(role, can) ? (
    <span className={classes.yes}>
      <Icon of={IconCheck} />
      <VisuallyHidden>Yes</VisuallyHidden>
    </span>
  ) : (
    <span className={classes.quiet}>No</span>
  )

const RoleHead = ({ label, users }: { readonly label: string; readonly users: readonly User[] }): ReactNode => (
  <span className={classes.roleHead}>
    {users.map(({ id, name }) => (
      <Avatar key={id} name={name} size="small" alone />
    ))}
    {label}
  </span>
)

const rightColumns = (users: readonly User[]) => [
  {
    id: 'right',
    header: 'May they',
    rowHeader: true,
    cell: ({ words }: Right) => <span className={classes.rightWords}>{words}</span>,
  },
  ...ACCESS_ROLES.map(({ code, label }) => ({
    id: code,
    header: <RoleHead label={label} users={users.filter((user) => user.role === code)} />,
    width: '9.5rem',
    cell: ({ can }: Right) => <Allowed role={code} can={can} />,
  })),
]

const USER_COLUMNS = [
  {
    id: 'name',
    header: 'Name',
    rowHeader: true,
    cell: ({ name }: User) => (
      <span className={classes.roleHead}>
        <Avatar name={name} size="small" /> {name}
      </span>
    ),
  },
  { id: 'job', header: 'Job', cell: ({ jobTitle }: User) => jobTitle },
  { id: 'role', header: 'Role', cell: ({ role }: User) => labelOf(ACCESS_ROLES, role) },
]

/** Who has access to this register, and what each role may do. */
export const PeopleSection = (): ReactNode => {
  const users = useCoreQuery('access', 'users', {})
  const list = users.data ?? []
  return (
    <>
      <PageHeader title="People and roles">
        {list.length === 1 ? '1 person has access.' : `${list.length} people have access.`} Each opens the register with
        a passphrase of their own.
      </PageHeader>
      {users.error !== null && <InlineAlert tone="bad">{users.error.message}</InlineAlert>}
      <Panel title="Who has access" padding="flush">
        <PlainTable caption="People with access" rows={list} rowId={({ id }) => id} columns={USER_COLUMNS} />
      </Panel>
      <Panel title="Who can do what" padding="flush">
        <PlainTable
          caption="What each role may do"
          rows={RIGHTS}
          rowId={({ can }) => can}
          columns={rightColumns(list)}
        />
      </Panel>
    </>
  )
}
