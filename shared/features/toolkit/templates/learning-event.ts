import type { Template } from '../template.ts'

export const learningEvent: Template = {
  code: 'learning-event',
  title: 'Learning event analysis',
  topic: 'work',
  audience: 'inside',
  purpose:
    'Talk through one diagnosis or near miss as a team: what happened, why it made sense at the time, and what changes.',
  usedBy: 'The lead with everybody who had a part; write it up within a month',
  minutes: 50,
  sources: [
    'Independent Cancer Taskforce, Achieving World-Class Cancer Outcomes 2015–2020, July 2015, recommendation 25',
    'The Aarhus statement, British Journal of Cancer, 2012 (dates on the way to diagnosis)',
    'NHS England, Patient Safety Incident Response Framework, August 2022',
    'Cancer network audit report, Greater Midlands, March 2010 (themes)',
  ],
  reviewMonths: null,
  aboutPerson: false,
  markdown: `> No name, initials, NHS number, exact date or street. The event's own page in the register knows the person. Choose events with something to learn, good ones too. Nobody is on trial.

**Event:** {{ask.event-title|A short title without a name}}\\
**Kind:** {{ask.event-kind|Emergency diagnosis, delay, missed result, good catch}}\\
**Talked through on:** {{ask.discussed-on|Date of the meeting}}, with {{ask.roles-present|Roles present}}

- [ ] The person or family has been told of it where they should be, and asked what mattered to them
- [ ] If somebody was harmed: reported by the local safety route, and the duty of candour considered

## 1. What happened

> Times as "week 0, week 3". Begin with the first symptom the person remembers, and use the letters, not memory.

| When | What happened | Where | Who knew |
| --- | --- | --- | --- |
| Week 0 | First symptom | | |
| | First time seen here | | |
| | Tests | | |
| | Referral sent, or not sent | | |
| | Told of the diagnosis | | |
| | First treatment | | |

## 2. What it meant

- For the person:
- For family or carer:
- For the clinicians and the practice:

## 3. Why it made sense at the time

> Ask "what made that reasonable on the day?" until the answer is about work, not about a person.

- [ ] The symptom: common, vague, or masked by another illness
- [ ] The person: waited, could not get in, could not be understood, frightened
- [ ] The consultation: time, continuity, nobody saw the pattern
- [ ] The test: not done, normal and so reassuring, result not acted on
- [ ] The referral: guideline not met, form, rejection, missed appointment
- [ ] The hospital: wait, change of plan, no letter
- [ ] Handover between us: nobody sure whose turn it was

Notes: {{ask.why|Why it made sense}}

## 4. What went well

{{ask.went-well|What helped, and must be kept}}

## 5. Could it have gone otherwise?

{{ask.avoidable|Yes, partly, no or not known, and how}}

## 6. What we change

> One change to how work is done beats three reminders to take care.

| Change | Kind (system, habit, knowledge) | Who | By | How we shall know |
| --- | --- | --- | --- | --- |
| | | | | |
| | | | | |

## 7. Looked at again

- On {{ask.look-again|Date, three months on}}: is it still done? What did we find?
- Who outside should know: {{ask.share-with|Hospital, network, nobody}}

## Our themes so far

Talked through in 12 months: {{learning.discussed-12-months}}. Open: {{learning.open}}. Suggested: {{learning.suggested}}.

{{table.learning-themes}}

> England: incidents go to the national learning service by your local route. Scotland, Wales and Northern Ireland have their own. Appraisal: keep a copy of this page, with nobody in it.
`,
}
