INSERT INTO note (words) SELECT words FROM a_table_that_is_not_there;
