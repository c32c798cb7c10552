// Links from outside (a push, a mail) name the workspace that they lead to: taken from the address before it is read.
import { chooseWorkspaceId } from './current-workspace.ts';

const address = new URL(window.location.href);
const named = address.searchParams.get('workspace');
if (named !== null) {
  chooseWorkspaceId(named);
  address.searchParams.delete('workspace');
  window.history.replaceState(window.history.state, '', address);
}
