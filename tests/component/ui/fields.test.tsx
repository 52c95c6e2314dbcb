import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { CommandProvider, useCommands } from '#renderer/app/commands.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { NhsNumberField } from '#renderer/ui/fields/nhs-number-field.tsx'
import { PassphraseField } from '#renderer/ui/fields/passphrase-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { SuggestField } from '#renderer/ui/fields/suggest-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { renderUi } from './render-ui.tsx'

const NhsHarness = () => {
  const [value, setValue] = useState('')
  return (
    <>
      <NhsNumberField value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  )
}

const nhsBox = (): HTMLInputElement => screen.getByLabelText('NHS number')

describe('a list to choose from', () => {
  it('lets Ctrl+Enter through to the form while it is closed, and keeps Enter for itself', async () => {
    const saved: string[] = []
    const user = userEvent.setup()
    const Form = () => {
      useCommands([
        {
          id: 'save',
          title: 'Save',
          group: 'On this page',
          keys: ['Ctrl+Enter'],
          always: true,
          run: () => void saved.push('saved'),
        },
      ])
      return (
        <SelectField label="Kind" options={[{ value: 'a', label: 'Hospital' }]} value="a" onChange={() => undefined} />
      )
    }
    renderUi(
      <CommandProvider>
        <Form />
      </CommandProvider>,
    )
    await user.tab()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(saved).toEqual(['saved'])
    expect(screen.getByRole('combobox').getAttribute('aria-expanded')).toBe('false')
    await user.keyboard('{Enter}')
    expect(screen.getByRole('combobox').getAttribute('aria-expanded')).toBe('true')
    expect(saved).toHaveLength(1)
  })
})

describe('an NHS number', () => {
  it('is kept as ten digits and shown 3-3-4', async () => {
    renderUi(<NhsHarness />)
    await userEvent.type(nhsBox(), '999-000-0018')
    await userEvent.tab()
    expect(nhsBox().value).toBe('999 000 0018')
    expect(screen.getByText('9990000018')).toBeTruthy()
  })

  it('is checked on leaving and not while typing', async () => {
    renderUi(<NhsHarness />)
    await userEvent.type(nhsBox(), '999 000 001')
    expect(nhsBox().getAttribute('aria-invalid')).not.toBe('true')
    await userEvent.tab()
    expect(screen.getByText('9 digits here. An NHS number has 10')).toBeTruthy()
    expect(nhsBox().value).toBe('999 000 001')
  })

  it('stays as pasted when a spreadsheet has mangled it, and says so', async () => {
    renderUi(<NhsHarness />)
    await userEvent.click(nhsBox())
    await userEvent.paste('9.99E+09')
    await userEvent.tab()
    expect(nhsBox().value).toBe('9.99E+09')
    expect(screen.getByText(/spreadsheet has rounded this number/)).toBeTruthy()
  })
})

const PassphraseHarness = () => {
  const [value, setValue] = useState('')
  return <PassphraseField label="Passphrase" value={value} onChange={setValue} />
}

describe('a passphrase', () => {
  it('may be pasted and shown', async () => {
    renderUi(<PassphraseHarness />)
    const box = screen.getByLabelText<HTMLInputElement>('Passphrase')
    await userEvent.click(box)
    await userEvent.paste('harbour pencil winter goose')
    expect(box.value).toBe('harbour pencil winter goose')
    expect(box.type).toBe('password')
    await userEvent.click(screen.getByRole('button', { name: 'Show passphrase' }))
    expect(box.type).toBe('text')
    expect(screen.getByRole('button', { name: 'Hide passphrase' })).toBeTruthy()
  })

  it('lets the keyboard reach the button that shows it', async () => {
    renderUi(<PassphraseHarness />)
    await userEvent.click(screen.getByLabelText('Passphrase'))
    await userEvent.tab()
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Show passphrase')
  })

  it('points out Caps Lock while it is on', async () => {
    const user = userEvent.setup()
    renderUi(<PassphraseHarness />)
    await user.click(screen.getByLabelText('Passphrase'))
    await user.keyboard('{CapsLock}a')
    expect(screen.getByText('Caps Lock is on')).toBeTruthy()
    await user.keyboard('{CapsLock}a')
    expect(screen.queryByText('Caps Lock is on')).toBeNull()
  })
})

describe('choices', () => {
  it('a select gives the value of what was chosen', async () => {
    const Harness = () => {
      const [value, setValue] = useState<'colon' | 'lung' | null>(null)
      const options = [
        { value: 'colon', label: 'Sigmoid colon' },
        { value: 'lung', label: 'Lung' },
      ] as const
      return (
        <>
          <SelectField label="Cancer" options={options} value={value} onChange={setValue} searchable />
          <output>{value}</output>
        </>
      )
    }
    renderUi(<Harness />)
    await userEvent.type(screen.getByRole('combobox', { name: 'Cancer' }), 'lun')
    await userEvent.click(await screen.findByRole('option', { name: 'Lung' }))
    expect(screen.getByText('lung')).toBeTruthy()
  })

  it('a select that can be searched gives what is chosen up to what is typed, and sends no form from an open list', async () => {
    const sent = vi.fn()
    const options = [
      { value: 'none', label: 'No chart' },
      { value: 'stage', label: 'Stage known' },
    ] as const
    renderUi(
      <form onSubmit={sent}>
        <SelectField label="Chart" options={options} value="none" onChange={() => undefined} searchable />
      </form>,
    )
    const box = screen.getByRole<HTMLInputElement>('combobox', { name: 'Chart' })
    await userEvent.click(box)
    await userEvent.keyboard('stage')
    expect(box.value).toBe('stage')
    expect(await screen.findByRole('option', { name: 'Stage known' })).toBeTruthy()
    await userEvent.keyboard('{Enter}')
    expect(sent).not.toHaveBeenCalled()
  })

  it('radio buttons are one group, chosen with the keyboard', async () => {
    const Harness = () => {
      const [value, setValue] = useState<'a' | 'b' | null>(null)
      return (
        <RadioField
          label="Sex"
          options={[
            { value: 'a', label: 'Female' },
            { value: 'b', label: 'Male' },
          ]}
          value={value}
          onChange={setValue}
        />
      )
    }
    renderUi(<Harness />)
    expect(screen.getByRole('radiogroup', { name: 'Sex' })).toBeTruthy()
    screen.getByLabelText('Male').focus()
    await userEvent.keyboard(' ')
    expect(screen.getByLabelText<HTMLInputElement>('Male').checked).toBe(true)
  })
})

describe('an error summary', () => {
  const faults = [{ fieldId: 'surname', message: 'Surname: enter one' }]
  const Form = ({ attempt }: { readonly attempt: number }) => (
    <>
      <ErrorSummary attempt={attempt} faults={attempt === 0 ? [] : faults} />
      <input id="surname" aria-label="Surname" />
    </>
  )

  it('takes focus on every try, and its links focus their fields', async () => {
    const { rerender } = renderUi(<Form attempt={0} />)
    expect(screen.queryByRole('alert', { name: /put right/ })).toBeNull()
    rerender(<Form attempt={1} />)
    expect(document.activeElement).toBe(screen.getByRole('alert', { name: '1 thing to put right' }))
    await userEvent.click(screen.getByRole('link', { name: 'Surname: enter one' }))
    expect(document.activeElement).toBe(screen.getByLabelText('Surname'))
    rerender(<Form attempt={2} />)
    expect(document.activeElement).toBe(screen.getByRole('alert', { name: '1 thing to put right' }))
  })
})

describe('a search box', () => {
  it('is emptied by the first Escape, which nobody else sees, and the second passes on', async () => {
    const seen: string[] = []
    const Harness = () => {
      const [value, setValue] = useState('ash')
      return (
        <div role="presentation" onKeyDown={(event) => seen.push(event.key)}>
          <SearchField label="Find" value={value} onChange={setValue} />
        </div>
      )
    }
    renderUi(<Harness />)
    const box = screen.getByRole<HTMLInputElement>('textbox', { name: 'Find' })
    box.focus()
    await userEvent.keyboard('{Escape}')
    expect(box.value).toBe('')
    expect(seen).toEqual([])
    await userEvent.keyboard('{Escape}')
    expect(seen).toEqual(['Escape'])
  })
})

const StoryHarness = () => {
  const [value, setValue] = useState('')
  return <TextAreaField label="What happened" maxLength={10} value={value} onChange={setValue} />
}

describe('several lines of text', () => {
  it('says when a paste was cut short, until it is typed in', async () => {
    renderUi(<StoryHarness />)
    const box = screen.getByLabelText('What happened')
    const words = 'Only 10 characters fit: the end of what you pasted was left out'
    await userEvent.click(box)
    await userEvent.paste('0123456789')
    expect(screen.queryByText(words)).toBeNull()
    await userEvent.clear(box)
    await userEvent.paste('0123456789 and more')
    expect(screen.getByText(words)).toBeTruthy()
    await userEvent.type(box, '{Backspace}')
    expect(screen.queryByText(words)).toBeNull()
  })
})

const LineHarness = () => {
  const [value, setValue] = useState('')
  const [place, setPlace] = useState('')
  return (
    <>
      <TextField label="Title" maxLength={10} value={value} onChange={setValue} />
      <SuggestField label="Place" maxLength={10} value={place} onChange={setPlace} suggestions={[]} />
    </>
  )
}

describe('one line of text', () => {
  it.each(['Title', 'Place'])('says when a paste was cut short, until it is typed in: %s', async (label) => {
    renderUi(<LineHarness />)
    const box = screen.getByLabelText(label, { selector: 'input' })
    const words = 'Only 10 characters fit: the end of what you pasted was left out'
    await userEvent.click(box)
    // The break at the end of a copied cell is no character of the line.
    await userEvent.paste('0123456789\r\n')
    expect(screen.queryByText(words)).toBeNull()
    await userEvent.clear(box)
    await userEvent.paste('0123456789 and more')
    expect(screen.getByText(words)).toBeTruthy()
    await userEvent.type(box, '{Backspace}')
    expect(screen.queryByText(words)).toBeNull()
  })
})
