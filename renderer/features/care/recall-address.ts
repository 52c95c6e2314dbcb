import { urlChoice, urlText, type UrlField } from '#renderer/app/url-state.ts'
import { TUMOUR_GROUPS, type TumourGroup } from '#shared/domain/tumour-groups.ts'
import { CONTACT_KINDS } from '#shared/features/care/kinds.ts'
import { RECALL_STATES, type RecallFilter } from '#shared/features/care/schema.ts'

const urlGroup: UrlField<TumourGroup | null> = {
  usual: null,
  read: (text) => TUMOUR_GROUPS.find(({ code }) => code === text)?.code,
  write: (group) => group ?? '',
}

const urlRow: UrlField<number> = {
  usual: -1,
  read: (text) => (/^\d{1,7}$/.test(text) ? Number(text) : undefined),
  write: String,
}

/** Everything that the recall list keeps in its address. */
export const recallAddress = {
  kind: urlChoice(
    CONTACT_KINDS.map(({ code }) => code),
    'support_contact',
  ),
  state: urlChoice(
    RECALL_STATES.map(({ code }) => code),
    'overdue',
  ),
  lead: urlText('anyone'),
  group: urlGroup,
  /** The row that somebody left from. */
  at: urlRow,
}

type ValueOf<Field> = Field extends UrlField<infer Value> ? Value : never
export type RecallAddress = { readonly [Name in keyof typeof recallAddress]: ValueOf<(typeof recallAddress)[Name]> }
export type ChangeRecall = (change: Partial<RecallAddress>, options?: { readonly replace?: boolean }) => void

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The filter as the contract takes it; an address that somebody spoilt asks for everybody. */
export const recallFilterOf = ({ lead, group }: Pick<RecallAddress, 'lead' | 'group'>): RecallFilter => ({
  lead: lead === 'nobody' || UUID.test(lead) ? lead : 'anyone',
  tumourGroup: group,
})
