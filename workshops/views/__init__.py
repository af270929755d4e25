"""The public pages: form → action → redirect. Each refusal becomes a sentence beside its field."""
