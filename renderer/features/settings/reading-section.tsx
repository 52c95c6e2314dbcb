import type { ReactNode } from 'react'
import { changePreferences, TEXT_SIZES, type TextSize, usePreferences } from '#renderer/app/preferences.ts'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { SwitchField } from '#renderer/ui/fields/choice-fields.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { COLOUR_SCHEMES, type ColourScheme } from '#shared/contract/shell-api.ts'
import { SettingLine } from './setting-line.tsx'
import classes from './settings.module.css'

const SCHEME_WORDS: Readonly<Record<ColourScheme, string>> = { light: 'Light', dark: 'Dark', system: 'As the computer' }

/** How this person likes the window. Kept on this computer, and holds nothing about any patient. */
export const ReadingSection = (): ReactNode => {
  const { colourScheme, textSize, comfort, singleKeys } = usePreferences()
  const sizeText = (size: TextSize): string => `${size}%`
  return (
    <>
      <PageHeader title="Reading and keys">For you, on this computer. Each takes effect at once.</PageHeader>
      <div className={classes.narrow}>
        <Panel title="Reading">
          <SettingLine title="Colours">
            <SegmentedField
              label="Colours"
              options={COLOUR_SCHEMES.map((scheme) => ({ value: scheme, label: SCHEME_WORDS[scheme] }))}
              value={colourScheme}
              onChange={(scheme) => changePreferences({ colourScheme: scheme })}
            />
          </SettingLine>
          <SettingLine title="Text size" hint="Everything grows with it, pictures too">
            <SegmentedField
              label="Text size"
              options={TEXT_SIZES.map((size) => ({ value: sizeText(size), label: sizeText(size) }))}
              value={sizeText(textSize)}
              onChange={(text) =>
                changePreferences({ textSize: TEXT_SIZES.find((size) => sizeText(size) === text) ?? textSize })
              }
            />
          </SettingLine>
          <SwitchField
            label="Comfort"
            hint="Larger buttons, boxes and rows"
            checked={comfort}
            onChange={(on) => changePreferences({ comfort: on })}
          />
        </Panel>
        <Panel title="Keys">
          <SwitchField
            label="Keys of one letter"
            hint="Such as N for new and / for find. Switch them off if you speak to the computer, or press keys by accident"
            checked={singleKeys}
            onChange={(on) => changePreferences({ singleKeys: on })}
          />
          <p className={classes.keysNote}>
            <KeyHint keys="?" /> shows every key that works on the page you are on.
          </p>
        </Panel>
      </div>
    </>
  )
}
