-- The two types that have no abbreviation share one book: number and notation are unique in a year.
insert into outgoing.book (agency, type, year, last)
select agency, 'OFFICIAL_LETTER', year, last from outgoing.book where type = 'OFFICE_LETTER'
    on conflict (agency, type, year) do update set last = greatest(outgoing.book.last, excluded.last);
delete from outgoing.book where type = 'OFFICE_LETTER';
