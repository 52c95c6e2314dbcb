import { IconFileSpreadsheet } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import type { ImportDraft } from '#shared/features/imports/schema.ts'
import classes from './imports.module.css'

const TITLES: Record<ImportDraft['layout'], string> = {
  'emis-patient-report': 'This is an EMIS patient report',
  'systmone-report': 'This is a SystmOne report',
  'vision-report': 'This is a Vision report',
  'hospital-list': 'This is a hospital list',
  plain: 'This is a table with headings',
}

/** What was found out about the file, and a way to say that it is wrong. */
export const FileFacts = ({
  draft,
  onWrong,
}: {
  readonly draft: ImportDraft
  readonly onWrong: () => void
}): ReactNode => (
  <Panel title={TITLES[draft.layout]} icon={<Icon of={IconFileSpreadsheet} size={22} />}>
    <ul className={classes.facts}>
      {draft.facts.map(({ what, detail }) => (
        <li key={what}>
          <StatusShape kind="on-track" />
          <span>
            {what}
            {detail !== null && <i>{detail}</i>}
          </span>
        </li>
      ))}
    </ul>
    <p className={classes.quiet}>
      Wrong?{' '}
      <Button kind="quiet" size="small" onClick={onWrong}>
        Read it another way
      </Button>
    </p>
  </Panel>
)
