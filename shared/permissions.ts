import type { AccessRole } from '#shared/domain/people.ts'

/** What a signed-in person may do. One capability a method; one table says who holds it. */
export const CAPABILITIES = [
  'register.read',
  'register.write',
  'journey.write',
  'pathways.sign_off',
  'plan.write',
  'documents.write',
  'imports.run',
  'reports.build',
  'reports.export',
  'people.export',
  'safekeeping.run',
  'settings.read',
  'settings.write',
  'audit.read',
] as const

export type Capability = (typeof CAPABILITIES)[number]

const READ_ONLY: readonly Capability[] = ['register.read', 'settings.read']
const ADMIN: readonly Capability[] = [
  ...READ_ONLY,
  'journey.write',
  'documents.write',
  'imports.run',
  'safekeeping.run',
]
const CLINICAL: readonly Capability[] = [
  ...READ_ONLY,
  'register.write',
  'journey.write',
  'pathways.sign_off',
  'plan.write',
  'documents.write',
  'reports.build',
  'safekeeping.run',
]

const HELD: Record<AccessRole, ReadonlySet<Capability>> = {
  lead: new Set(CAPABILITIES),
  clinical: new Set(CLINICAL),
  admin: new Set(ADMIN),
  'read-only': new Set(READ_ONLY),
}

/** Whether a role holds a capability. The lead holds them all. */
export const may = (role: AccessRole, capability: Capability): boolean => HELD[role].has(capability)
