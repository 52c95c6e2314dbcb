import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import type { Hit } from '#shared/features/checks/schema.ts'

/** Word and shape of what a check says. */
export const severityMark: Readonly<Record<Hit['severity'], { readonly kind: StatusKind; readonly words: string }>> = {
  error: { kind: 'off-track', words: 'Cannot be so' },
  warning: { kind: 'at-risk', words: 'Unusual' },
}

/** Where what a check asks about is put right. */
export const mendAt = (
  personId: string,
  { subjectTable, subjectId }: Pick<Hit, 'subjectTable' | 'subjectId'>,
): { readonly path: string; readonly label: string } => {
  switch (subjectTable) {
    case 'person':
      return { path: `/people/${personId}/edit`, label: 'Edit the details' }
    case 'cancer_episode':
      return { path: `/people/${personId}/diagnoses/${subjectId}`, label: 'Edit the diagnosis' }
    case 'journey_event':
      return { path: `/people/${personId}/journey`, label: 'See the journey' }
  }
}
