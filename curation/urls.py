"""The pages of one edition in the admin. One line a page; its view stands in views/<noun>.py."""

# /admin/editions/<edition_id>/
edition_urls = []
