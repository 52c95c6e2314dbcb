import type { Template } from '../template.ts'

export const bereavementProtocol: Template = {
  code: 'bereavement-protocol',
  title: 'Bereavement follow-up protocol',
  topic: 'people',
  audience: 'inside',
  purpose:
    'What the practice does after somebody with cancer dies: no more letters to the dead, a call to those left, and something learnt.',
  usedBy: 'Reception, care coordinator, usual GP, the lead',
  minutes: 30,
  sources: [
    'NICE guideline NG142, End of life care for adults: service delivery, October 2019',
    'NICE quality standard QS13, End of life care for adults, 2011, updated 2021',
    "UK Commission on Bereavement, Bereavement is everyone's business, October 2022",
  ],
  reviewMonths: 24,
  aboutPerson: false,
  markdown: `> Read it with reception first: they hear most deaths before anybody else. Then fill in who does what.

In the last 12 months {{register.deaths-12-months}} people on the register died. Each left somebody. Many of those people are on our list too.

## Same day

By whoever hears first. The worst mistake is a cheerful reminder to somebody who has died.

- [ ] Record the death, date, place, and who told us
- [ ] Stop every letter, text, screening call and clinic in that name: practice, hospital, screening, transport, pharmacy
- [ ] Tell the usual GP, community nurses, palliative team, nurse specialist
- [ ] Who certifies? Has the family been told how it works and whom to ring? Check the local rules: the medical examiner (England and Wales), the procurator fiscal where it applies (Scotland), the coroner (Northern Ireland)
- [ ] Faith or custom that needs the body released soon: say so at once
- [ ] Equipment and medicines in the house: who fetches them
- [ ] A flag in the record of each close relative on our list, if they are content with that

**Does this:** {{ask.same-day|Who does it}}; when away {{ask.same-day-deputy|Who steps in}}

## Within two weeks: a call

By somebody who knew them, if there is one. {{ask.caller|Usual GP, nurse or other}}

Ten minutes. Say the person's name. No advice unless asked.

- "I was sorry to hear that ... died. How are you?"
- "Is there anything about the last weeks that you keep going over?"
- "Who is with you? Are you sleeping, eating?"
- "Would you like me to ring again?"

Write down what they want, and what they do not.

## A card

By hand if possible. Four lines, not a form.

*Dear …, We were sad to hear that … has died. We will remember …. You may have questions, now or in a year. You can ring us and ask for …. With our thoughts, …*

## At six to eight weeks

- [ ] One more call or visit, offered and not pressed
- [ ] Children in the family: school and local child bereavement service, {{ask.child-service|Local service}}
- [ ] Money: bereavement payments, funeral costs, bills in the other name
- [ ] Carers: their own health put off for months; the check they missed
- [ ] Groups and counselling: {{ask.bereavement-service|Local bereavement service}}

## Who may need more

- [ ] Sudden death, or soon after a late diagnosis
- [ ] Death of a child, a parent of young children, or an only companion
- [ ] Earlier losses, low mood, drink or drugs, no one near
- [ ] Carer for years, or caring for somebody else
- [ ] Anger about the care. Listen first; then say how to complain, and that it will not count against them

Grief that is as fierce after six months, or thoughts of not wanting to live: {{ask.more-help|Route to specialist help, and crisis route}}.

## At one year

- [ ] Call or card, if they wished it

## What we learn

- [ ] Place of death recorded (today {{measure.death-place-known.value}}); at home {{measure.died-at-home.value}}; in hospital {{measure.died-in-hospital.value}}
- [ ] Was the place wished for written down? Did it happen? If not, why not?
- [ ] Were medicines for comfort in the house?
- [ ] Each quarter talk two deaths through: one that went well, one that did not
- [ ] How are we? Somebody asks the staff who were close

## The register

The person moves to the past entries. Nothing is removed. Confidence goes on after death: a relative may ask, and the answer goes through {{ask.ig-lead|Information governance lead}}.

Starts {{ask.from|Date it starts}}. Owner {{author.name}}. Read again {{document.review-due}}.
`,
}
