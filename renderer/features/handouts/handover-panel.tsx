import { IconPrinter } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { handoverCard } from '#shared/features/handouts/handover-card.ts'
import { usePath } from '#renderer/app/router.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { ContactWords, Unknown } from './unknown.tsx'
import { useHandout } from './use-handout.ts'
import classes from './handouts.module.css'

const known = (words: string | null, unknown: string): ReactNode => words ?? <Unknown>{unknown}</Unknown>

/** Who to ring and where things stand, beside the journey; printed as half an A4. */
export const HandoverPanel = ({ personId }: { readonly personId: string }): ReactNode => {
  const { source, failure } = useHandout(personId)
  const [, goTo] = usePath()
  if (failure !== undefined) {
    return (
      <Panel title="Handover card">
        <InlineAlert tone="bad">{failure}</InlineAlert>
      </Panel>
    )
  }
  if (source === undefined) return <SkeletonPanel label="Loading the handover card" lines={4} />
  const card = handoverCard(source)
  return (
    <Panel
      title="Handover card"
      className={classes.panel}
      actions={
        <Button
          size="small"
          kind="quiet"
          icon={IconPrinter}
          keys="P"
          onClick={() => goTo(`/people/${personId}/handover?print=1`)}
        >
          Print half A4
        </Button>
      }
    >
      <DataList
        facts={[
          {
            term: 'Hospital nurse',
            value: <ContactWords contact={card.hospitalNurse} nobody="None recorded" />,
          },
          { term: 'Here', value: <ContactWords contact={card.here} nobody="Not recorded" /> },
          { term: 'Treatment aim', value: known(card.aim, 'Not in any letter yet') },
          { term: 'Now', value: known(card.now, 'Not recorded') },
          {
            term: 'Ring same day',
            value: card.ringSameDay === null ? known(null, 'No summary says') : card.ringSameDay.join(', '),
          },
          { term: 'Out of hours', value: <ContactWords contact={card.outOfHours} nobody="Not recorded" /> },
        ]}
      />
    </Panel>
  )
}
