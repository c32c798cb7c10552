// Front door of views: what answers the operations on the views of one list.
export { keepViews } from './keep-views.ts';
