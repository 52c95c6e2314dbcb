import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#shared/contract/index.ts'

type Feature = keyof Contract

/** Which features' answers hold rows of a table. One `changed` message then reloads what the screens show of it. */
const SHOWN_BY: Record<string, readonly Feature[]> = {
  backup: ['access', 'safekeeping'],
  day: [
    'today',
    'access',
    'care',
    'measures',
    'register',
    'journey',
    'pathways',
    'tasks',
    'letters',
    'checks',
    'learning',
  ],
  practice: ['learning', 'today', 'access', 'measures', 'pathways', 'reports', 'handouts', 'letters'],
  user_account: ['access', 'care', 'register', 'tasks'],
  setting: [
    'learning',
    'checks',
    'settings',
    'handouts',
    'letters',
    'journey',
    'pathways',
    'register',
    'today',
    'measures',
    'reports',
  ],
  person: [
    'today',
    'care',
    'measures',
    'register',
    'journey',
    'imports',
    'pathways',
    'reconcile',
    'tasks',
    'letters',
    'checks',
    'duplicates',
    'learning',
  ],
  cancer_episode: ['learning', 'today', 'care', 'measures', 'register', 'journey', 'letters', 'checks', 'duplicates'],
  practice_registration: ['measures', 'register'],
  journey_event: [
    'today',
    'care',
    'measures',
    'register',
    'journey',
    'pathways',
    'handouts',
    'letters',
    'checks',
    'duplicates',
    'learning',
  ],
  pathway: ['learning', 'today', 'journey', 'pathways', 'letters', 'measures'],
  pathway_sign_off: ['learning', 'today', 'pathways'],
  clock_adjustment: ['learning', 'today', 'pathways', 'measures'],
  hospital_query: ['letters', 'today'],
  hospital_query_item: ['letters', 'today', 'journey', 'register'],
  hospital_query_step: ['letters', 'today'],
  reconciliation: ['reconcile'],
  reconciliation_item: ['reconcile'],
  import_batch: ['imports'],
  import_rejection: ['imports'],
  pack_signer: ['packs'],
  network_practice: ['network'],
  practice_pack: ['network'],
  figure_set: ['figures', 'measures'],
  import_profile: ['imports'],
  saved_view: ['register'],
  report: ['reports', 'packs'],
  report_export: ['reports', 'measures'],
  check_override: ['checks'],
  not_same_person: ['duplicates'],
  put_off: ['today'],
  treatment_summary: ['handouts', 'letters'],
  task: ['today', 'tasks', 'letters', 'learning', 'measures'],
  learning_event: ['learning', 'measures'],
  learning_action: ['learning'],
  measure_mark: ['measures'],
  plan: ['plan'],
  plan_objective: ['plan'],
  plan_action: ['plan', 'brainstorm'],
  plan_action_objective: ['plan'],
  plan_milestone: ['plan'],
  plan_update: ['plan'],
  plan_need: ['plan'],
  plan_cycle: ['plan'],
  plan_move: ['plan'],
  plan_action_measure: ['plan'],
  plan_baseline: ['plan'],
  plan_driver: ['plan'],
  plan_theme: ['brainstorm'],
  plan_note: ['brainstorm'],
}

/**
 * Marks as out of date whatever shows these tables. The audit trail and a person's history grow with every change, and
 * with the first one a register is no longer empty.
 */
export const invalidateFor = (queryClient: QueryClient, tables: readonly string[]): void => {
  const features = new Set<string>(['audit', 'history', 'bundle', ...tables.flatMap((table) => SHOWN_BY[table] ?? [])])
  // A plan shows the runs of measures beside its actions.
  if (features.has('measures')) features.add('plan')
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => features.has(String(queryKey[0])) })
}
