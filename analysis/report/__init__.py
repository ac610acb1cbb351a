"""Stage `report`: pages in which every number is placed by its id and field, and leads back to a row."""
