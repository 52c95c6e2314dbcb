import { act, cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { ErrorBoundary } from '#renderer/app/error-boundary.tsx'
import { later } from '#renderer/app/later.tsx'
import { UiProvider } from '#renderer/ui/ui-provider.tsx'

afterEach(cleanup)

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>

describe('a part whose code comes later', () => {
  it('is fetched by being drawn, once, and stands there when it has come', async () => {
    const load = vi.fn(async () => Greeting)
    const greeting = later(load)
    const { container } = render(
      <>
        <greeting.Part name="Ann" />
        <greeting.Part name="Ben" />
      </>,
    )
    expect(container.textContent).toBe('')
    expect(await screen.findByText('Hello Ben')).toBeTruthy()
    expect(screen.getByText('Hello Ann')).toBeTruthy()
    expect(load).toHaveBeenCalledOnce()
  })

  it('is drawn at once when it was fetched before', async () => {
    const greeting = later(async () => Greeting)
    await greeting.fetch()
    const { container } = render(<greeting.Part name="Ann" />)
    expect(container.textContent).toBe('Hello Ann')
  })

  it('fails as a page does when its file is missing', async () => {
    const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const greeting = later<{ readonly name: string }>(() => Promise.reject(new Error('no such file')))
    await act(async () => {
      render(
        <UiProvider env="test">
          <ErrorBoundary page="/" onLeave={() => undefined}>
            <greeting.Part name="Ann" />
          </ErrorBoundary>
        </UiProvider>,
      )
    })
    expect(screen.getByText('This page could not be shown')).toBeTruthy()
    silence.mockRestore()
  })
})
