-- When the sender said that it wants the letter back: the same word carried twice asks once, also after the answer.
alter table exchange.arrival add column recall_said_at timestamptz;
