import { TUMOUR_GROUPS } from '#shared/domain/tumour-groups.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import { PRIORITIES, type Priority, SIGN_OFF_DECISIONS } from '#shared/features/pathways/schema.ts'
import type { PathwaySignOffTable, PathwaySummaryTable, PathwayTable } from '../../db/schema-of-work.ts'
import type { JourneyEventTable } from '../../db/schema.ts'
import type { PersonContext } from './person-context.ts'
import { conceptIn, filled, notesOf, ownConcept, type Resource, resource, some } from './resource.ts'

/** FHIR knows four speeds; ours stands beside it in words. */
const SPEEDS: Readonly<Record<Priority, 'routine' | 'urgent' | 'stat'>> = {
  urgent_suspected_cancer: 'urgent',
  breast_symptomatic: 'urgent',
  screening: 'routine',
  consultant_upgrade: 'urgent',
  urgent: 'urgent',
  routine: 'routine',
  emergency: 'stat',
}

const REFERRAL = ownConcept('referral', 'referral', 'Referral')

const statusOf = (standing: PathwaySummaryTable | undefined): string => {
  if (standing === undefined) return 'unknown'
  if (standing.open === 1) return 'active'
  return standing.state === 'rejected' ? 'revoked' : 'completed'
}

const isPriority = (code: string): code is Priority => Object.hasOwn(SPEEDS, code)

const pathwayResource = (context: PersonContext, pathway: PathwayTable): Resource => {
  const { telling, shared, patient } = context
  const standing = context.standings.find(({ pathway_id: id }) => id === pathway.id)
  const sent = context.sentEvents.get(pathway.id)
  const priority = standing?.priority ?? pathway.priority
  const booking = telling.typed(pathway.reference)
  return resource('ServiceRequest', telling.id('ServiceRequest', pathway.id), telling, {
    identifier: booking === undefined ? undefined : [{ type: { text: 'Booking reference' }, value: booking }],
    status: statusOf(standing),
    intent: 'order',
    priority: isPriority(priority) ? SPEEDS[priority] : undefined,
    code: REFERRAL,
    orderDetail: some([conceptIn('referral-priority', PRIORITIES, priority)]),
    subject: patient,
    authoredOn: telling.date(sent?.event_date ?? null, sent?.event_date_precision ?? null),
    requester: shared.practice,
    performer: some([shared.hospital(pathway.hospital)]),
    reasonCode: some([conceptIn('tumour-group', TUMOUR_GROUPS, pathway.tumour_group)]),
    reasonReference: some([context.condition(pathway.episode_id)]),
    note: notesOf(telling.typed(pathway.note)),
  })
}

/** A referral that is logged as an event: on no pathway, or sent again on one. */
export const mapReferralEvent = (
  context: PersonContext,
  event: JourneyEventTable,
  priority: 'urgent' | 'routine',
): Resource[] => {
  const { telling, shared, patient } = context
  if (event.pathway_id !== null && context.sentEvents.get(event.pathway_id) === event) return []
  const { code, label } = eventTypeOf(event.event_type)
  return [
    resource('ServiceRequest', telling.id('ServiceRequest', event.id), telling, {
      basedOn: some([context.referral(event.pathway_id)]),
      status: 'unknown',
      intent: 'order',
      priority,
      code: ownConcept('event-type', code, label),
      subject: patient,
      authoredOn: telling.date(event.event_date, event.event_date_precision),
      requester: shared.practice,
      performer: some([shared.hospital(event.hospital)]),
      reasonReference: some([context.condition(event.episode_id)]),
      note: notesOf(telling.typed(event.note)),
    }),
  ]
}

const signOffResource = (context: PersonContext, signOff: PathwaySignOffTable): Resource => {
  const { telling, patient } = context
  const on = telling.date(signOff.signed_on, 'day')
  return resource('Task', telling.id('Task', signOff.id), telling, {
    status: 'completed',
    businessStatus: conceptIn('sign-off-decision', SIGN_OFF_DECISIONS, signOff.decision),
    intent: 'order',
    code: ownConcept('task', 'pathway-sign-off', 'Pathway sign-off'),
    focus: context.referral(signOff.pathway_id),
    for: patient,
    executionPeriod: filled({ end: on }),
    authoredOn: on,
    owner: filled({ display: telling.typed(signOff.signed_by) }),
    note: notesOf(telling.typed(signOff.note)),
  })
}

export const mapReferrals = (context: PersonContext): Resource[] => [
  ...context.pathways.map((pathway) => pathwayResource(context, pathway)),
  ...context.signOffs.map((signOff) => signOffResource(context, signOff)),
]
