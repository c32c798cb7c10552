// What the rules on people and messages (R10 to R20) say in English; sentences are ICU messages.

export const messageWords = {
  R10: {
    title: 'One first message',
    asks: 'Somebody who never answered got one message. The next one waits for an answer, or for a long while.',
    says: {
      not_promotional: 'This message is not promotional.',
      answered:
        '{neverReplied, number} of {people, number} people were written to before and never answered.',
      again:
        '{neverReplied, number} of {people, number} people ({share} %) were written to before and never answered; at most {most} % should be.',
    },
    todo: { again: 'Leave out who never answered; without a reason they wait {days} days.' },
    parameters: {
      share: 'Share of the audience that may have been written to without ever answering',
      days: 'Days between two promotional messages to somebody who never answered',
    },
  },
  R11: {
    title: 'Space out silence',
    asks: 'Who does not answer gets at most one message in ten to fifteen days.',
    says: {
      not_promotional: 'This message is not promotional.',
      spaced: 'Nobody got an unanswered message in the last {days} days.',
      silent:
        '{unanswered, number} of {people, number} people got a message in the last {days} days and have not answered.',
    },
    todo: { silent: 'Send later, or leave these people out.' },
    parameters: { days: 'Days between two messages to somebody who does not answer' },
  },
  R12: {
    title: 'Few messages a day',
    asks: 'Nobody gets many messages on one day or in one week, over all campaigns.',
    says: {
      room: 'Nobody already got {perDay, plural, one {# message} other {# messages}} in the last 24 hours.',
      full: '{full, number} of {people, number} people already got {perDay, plural, one {# message} other {# messages}} in the last 24 hours.',
    },
    todo: { full: 'Send tomorrow, or leave these people out.' },
    parameters: {
      perDay: 'Template messages per person in 24 hours',
      perWeek: 'Promotional messages per person in 7 days',
    },
  },
  R13: {
    title: 'Renew templates',
    asks: 'People tire of the same text, and reports gather on one template. Renew it from time to time.',
    says: {
      fresh: 'The template is fresh.',
      old: 'The template has been in use for {daysInUse, plural, one {# day} other {# days}} and went to {reached, number} people.',
      falling: 'The quality of the template is falling.',
      disliked: 'The quality of the template is low: WhatsApp pauses it if it stays so.',
    },
    todo: {
      old: 'Write the next one anew.',
      falling: 'Write a new template.',
      disliked: 'Choose another template.',
    },
    parameters: {
      days: 'Days in use after which a template is old',
      people: 'People after whom a template is worn',
    },
  },
  R14: {
    title: 'No spam phrases',
    asks: 'No words that people know from spam: “best offer”, “you won”, “you were drawn”.',
    says: {
      calm: 'The text has none of the known phrases.',
      spam: 'The text has {count, plural, one {a phrase} other {phrases}} that people know from spam: {quotes}.',
      loud: 'The text is loud: {quotes}.',
    },
    todo: { spam: 'Say it in your own plain words.', loud: 'Write calmly, and show where links lead.' },
    parameters: {},
  },
  R15: {
    title: 'A mix that is worth reading',
    asks: 'Not only promotions: messages that help, inform and answer keep people with you.',
    says: {
      mixed: '{promotional, number} of {sent, number} messages in 30 days were promotional.',
      one_sided:
        '{promotional, number} of {sent, number} messages in 30 days ({share} %) were promotional; better at most {most} %.',
    },
    todo: { one_sided: 'Write something of use to your customers next.' },
    parameters: {
      share: 'Share of promotional messages in 30 days',
      from: 'Judged from so many messages on',
    },
  },
  R16: {
    title: 'Within WhatsApp’s limit',
    asks: 'Meta limits how many people a business may write to first within 24 hours. The number that Meta states counts.',
    says: {
      no_limit: 'WhatsApp sets no limit to this number.',
      within:
        '{people, number} people, {used, number} reached already: within WhatsApp’s limit of {limit, number} in 24 hours.',
      over: '{people, number} people, but there is room for {room, number}: WhatsApp’s limit is {limit, number} in 24 hours, {used, number} are used.',
    },
    todo: { over: 'Follow the sending plan, or choose a smaller audience.' },
    parameters: {},
  },
  R17: {
    title: 'Large sends in parts',
    asks: 'Very large sends go out in parts with pauses, so that trouble shows before everybody has the message.',
    says: {
      fits: '{people, number} people in one go: within {most, number}.',
      big: '{people, number} people in one go: at most {most, number}, {minutes} minutes apart.',
    },
    todo: { big: 'Follow the sending plan, or make {parts} campaigns with templates of their own.' },
    parameters: { people: 'People in one go', minutes: 'Minutes between two parts' },
  },
  R18: {
    title: 'Say who writes',
    asks: 'The text names your business and greets people by name.',
    says: {
      clear: 'The text says who writes.',
      sender: 'The text does not name your business.',
      greeting: 'The text greets nobody by name.',
    },
    todo: { sender: 'Name your business in the text.', greeting: 'Begin with the customer’s name.' },
    parameters: {},
  },
  R19: {
    title: 'Consent',
    asks: 'Promotions never go to people who unsubscribed or are blocked, and not to many who never agreed.',
    says: {
      not_promotional: 'This message is not promotional.',
      agreed:
        '{leftOut, plural, =0 {Nobody in the audience has unsubscribed.} one {# person who unsubscribed or is blocked is left out.} other {# people who unsubscribed or are blocked are left out.}}',
      unwilling:
        '{unwilling, plural, one {# person who unsubscribed or is blocked is} other {# people who unsubscribed or are blocked are}} in the audience.',
      undeclared:
        '{undeclared, number} of {people, number} people ({share} %) never said that they want promotions; at most {most} % should be.',
    },
    todo: {
      unwilling: 'Take them out of the audience.',
      undeclared: 'Choose “Only contacts who opted in”, or ask for consent first.',
    },
    parameters: { undeclaredShare: 'Share of the audience that may never have declared consent' },
  },
  R20: {
    title: 'Would you report it?',
    asks: 'Before you send: if you got this message from a business, would you report or block it?',
    says: { answered: 'You would not report this message.', open: 'You have not asked yourself yet.' },
    todo: { open: 'Read it as a customer. If you would report it, write it anew.' },
    parameters: {},
  },
} as const;
