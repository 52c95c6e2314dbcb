import { FOLLOW_UP_STRATA, TREATMENT_INTENTS } from '#shared/domain/diagnosis-details.ts'
import type { TaskTable } from '../../db/schema-of-work.ts'
import type { CancerEpisodeTable } from '../../db/schema.ts'
import type { PersonContext } from './person-context.ts'
import { conceptIn, filled, notesOf, ownConcept, referenceTo, type Resource, resource, some } from './resource.ts'

const TASK_STATUS = { open: 'requested', done: 'completed', dropped: 'cancelled' } as const
const PRACTICE_TASK = ownConcept('task', 'practice-task', 'Task of the practice')

const taskResource = (context: PersonContext, task: TaskTable): Resource => {
  const { telling, patient, shared } = context
  const source = context.event(task.source_event_id)
  const due = telling.date(task.due_date, 'day')
  const finished = telling.date(task.finished_on, 'day')
  const dropped = telling.typed(task.dropped_reason)
  return resource('Task', telling.id('Task', task.id), telling, {
    status: TASK_STATUS[task.state],
    statusReason: dropped === undefined ? undefined : { text: dropped },
    intent: 'order',
    code: PRACTICE_TASK,
    description: telling.typed(task.title),
    focus: context.referral(task.pathway_id) ?? (source && { reference: source.reference }),
    for: patient,
    executionPeriod: filled({ end: finished }),
    authoredOn: telling.date(task.created_on, 'day'),
    owner: shared.staff(task.owner_id),
    note: notesOf(telling.typed(task.note)),
    restriction: due === undefined ? undefined : { period: { end: due } },
  })
}

/** What the practice means to do for somebody: their tasks. */
const actionPlan = (context: PersonContext): Resource[] => {
  const { telling, tasks, episodes, person } = context
  if (tasks.length === 0) return []
  return [
    resource('CarePlan', telling.id('CarePlan', `actions ${person.id}`), telling, {
      status: tasks.some(({ state }) => state === 'open') ? 'active' : 'completed',
      intent: 'plan',
      category: [ownConcept('care-plan', 'action-plan', 'Action plan of the practice')],
      title: 'Action plan of the practice',
      subject: context.patient,
      author: context.shared.staff(person.named_lead_id) ?? context.shared.practice,
      addresses: some(episodes.map(({ id }) => context.condition(id))),
      activity: tasks.map(({ id }) => ({ reference: referenceTo(telling.id('Task', id)) })),
    }),
  ]
}

/** What a diagnosis is treated for and how it is followed up, as the hospital said. */
const followUpPlan = (context: PersonContext, episode: CancerEpisodeTable): Resource[] => {
  const { telling } = context
  const intent = conceptIn('treatment-intent', TREATMENT_INTENTS, episode.intent)
  const followUp = conceptIn('follow-up', FOLLOW_UP_STRATA, episode.follow_up)
  if (intent === undefined && followUp === undefined) return []
  return [
    resource('CarePlan', telling.id('CarePlan', `follow-up ${episode.id}`), telling, {
      status: 'active',
      intent: 'plan',
      category: some([ownConcept('care-plan', 'follow-up', 'Treatment intent and follow-up'), intent, followUp]),
      title: 'Treatment intent and follow-up',
      subject: context.patient,
      addresses: some([context.condition(episode.id)]),
    }),
  ]
}

export const mapWork = (context: PersonContext): Resource[] => [
  ...context.tasks.map((task) => taskResource(context, task)),
  ...actionPlan(context),
  ...context.episodes.flatMap((episode) => followUpPlan(context, episode)),
]
