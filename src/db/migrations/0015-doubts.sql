-- What keeps an uncertain message from being sent twice.

-- Names one single try of a message: made by the claim, and the word by which its outcome is told. What is told of
-- an earlier try, late or twice, changes nothing. claimed_at stays while the message is uncertain: when it was tried.
alter table send_queue add column claim uuid;
create index send_queue_doubts on send_queue (number_id) where uncertain_since is not null;
