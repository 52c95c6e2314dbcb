import { access } from '#shared/features/access/contract.ts'
import { audit } from '#shared/features/audit/contract.ts'
import { brainstorm } from '#shared/features/brainstorm/contract.ts'
import { bundle } from '#shared/features/bundle/contract.ts'
import { care } from '#shared/features/care/contract.ts'
import { checks } from '#shared/features/checks/contract.ts'
import { contacts } from '#shared/features/contacts/contract.ts'
import { development } from '#shared/features/development/contract.ts'
import { duplicates } from '#shared/features/duplicates/contract.ts'
import { figures } from '#shared/features/figures/contract.ts'
import { fhir } from '#shared/features/fhir/contract.ts'
import { handouts } from '#shared/features/handouts/contract.ts'
import { history } from '#shared/features/history/contract.ts'
import { imports } from '#shared/features/imports/contract.ts'
import { journey } from '#shared/features/journey/contract.ts'
import { learning } from '#shared/features/learning/contract.ts'
import { lessons } from '#shared/features/lessons/contract.ts'
import { network } from '#shared/features/network/contract.ts'
import { packs } from '#shared/features/packs/contract.ts'
import { papers } from '#shared/features/papers/contract.ts'
import { pathways } from '#shared/features/pathways/contract.ts'
import { plan } from '#shared/features/plan/contract.ts'
import { planLogs } from '#shared/features/plan-logs/contract.ts'
import { reviews } from '#shared/features/reviews/contract.ts'
import { letters } from '#shared/features/letters/contract.ts'
import { measures } from '#shared/features/measures/contract.ts'
import { reconcile } from '#shared/features/reconcile/contract.ts'
import { register } from '#shared/features/register/contract.ts'
import { reports } from '#shared/features/reports/contract.ts'
import { safekeeping } from '#shared/features/safekeeping/contract.ts'
import { settings } from '#shared/features/settings/contract.ts'
import { tasks } from '#shared/features/tasks/contract.ts'
import { today } from '#shared/features/today/contract.ts'
import { toolkit } from '#shared/features/toolkit/contract.ts'
import type { Client } from './define.ts'

/** The one contract between the core and everything that calls it. Each feature owns its branch. */
export const contract = {
  access,
  audit,
  brainstorm,
  bundle,
  care,
  checks,
  contacts,
  development,
  duplicates,
  figures,
  fhir,
  handouts,
  history,
  imports,
  journey,
  learning,
  lessons,
  letters,
  measures,
  network,
  packs,
  papers,
  pathways,
  plan,
  planLogs,
  reviews,
  reconcile,
  register,
  reports,
  safekeeping,
  settings,
  tasks,
  today,
  toolkit,
}

export type Contract = typeof contract
export type CoreClient = Client<Contract>
