"""A form with one field of each sort."""

from django import forms

WAYS = [("foot", "À pied"), ("bike", "À vélo"), ("bus", "En bus")]


class EveryField(forms.Form):
    name = forms.CharField(label="Votre nom")
    email = forms.EmailField(label="Votre adresse e-mail", help_text="Pour la confirmation.")
    phone = forms.CharField(
        label="Téléphone", required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    people = forms.IntegerField(label="Combien de personnes", min_value=1, max_value=14)
    day = forms.DateField(label="Quel jour", widget=forms.DateInput(attrs={"type": "date"}))
    hour = forms.TimeField(label="À quelle heure", widget=forms.TimeInput(attrs={"type": "time"}))
    secret = forms.CharField(label="Mot de passe", widget=forms.PasswordInput)
    picture = forms.FileField(label="Une photo", required=False)
    garden = forms.ChoiceField(
        label="Jardin", choices=[("1", "Les Lavandières"), ("2", "Le Fournil")]
    )
    way = forms.ChoiceField(label="Comment venez-vous", choices=WAYS, widget=forms.RadioSelect)
    tools = forms.MultipleChoiceField(
        label="Ce que vous apportez",
        choices=[("gloves", "Des gants"), ("shears", "Un sécateur")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    note = forms.CharField(label="Un mot pour l’équipe", required=False, widget=forms.Textarea)
    charter = forms.BooleanField(label="J’ai lu la charte du jardin")


class ShortForm(forms.Form):
    """Two fields: what a whole form looks like."""

    name = forms.CharField(label="Votre nom")
    email = forms.EmailField(label="Votre adresse e-mail", help_text="Pour la confirmation.")


def empty() -> EveryField:
    return EveryField(auto_id="champ_%s")


def wrong() -> EveryField:
    """Sent with nothing that can be kept."""
    data = {"name": "", "email": "lea@", "people": "40", "day": "hier", "way": ""}
    return EveryField(data, auto_id="faux_%s")


def short() -> ShortForm:
    return ShortForm({"name": "Léa", "email": "lea@"}, auto_id="court_%s")
