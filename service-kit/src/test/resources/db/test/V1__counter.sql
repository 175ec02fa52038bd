create table counter (id int primary key, version int not null);
