-- Rows are kept whole here, whatever their columns: nothing to do.
SELECT 1;
