-- The stamp that covers a checkpoint is the next one: few checkpoints have one.
create index checkpoint_stamped on audit.checkpoint (number) where stamp is not null;
