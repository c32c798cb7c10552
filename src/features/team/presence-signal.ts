// The topic of the signals that tell open pages that somebody of the team came, went or chose to be something else.
export const PRESENCE_SIGNAL = 'presence';
