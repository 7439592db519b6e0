-- The newest articles of a section, and the newest comments of an article, are read in the order of these indexes, however
-- many there are.
create index article_by_section_publication on article (section_id, status, published_at, id);
drop index article_by_section;
create index comment_newest_of_article on comment (article_id, status, published_at, id);
drop index comment_by_article_publication;
