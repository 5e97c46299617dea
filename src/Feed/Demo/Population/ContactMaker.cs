using System.Globalization;
using PersonalizationEngine.Feed.Demo.Catalogue;
using PersonalizationEngine.Feed.Demo.Chance;
using PersonalizationEngine.Feed.Demo.Personas;
using PersonalizationEngine.Feed.Demo.Words;

namespace PersonalizationEngine.Feed.Demo.Population;

/// <summary>Makes up contacts: addresses under example.com, telephone numbers from the fictional range (555-01xx).</summary>
internal sealed class ContactMaker(NameWords names)
{
    public Contact Make(string userId, TribeWords tribe, Dice dice)
    {
        var (first, last) = (dice.Pick(names.First), dice.Pick(names.Last));
        var company = $"{dice.Pick(names.Company)} {dice.Pick(names.CompanyKind)}";
        return new Contact(
            $"{first} {last}", EmailOf(userId), PhoneOf(dice), company, dice.Pick(tribe.Jobs),
            dice.Weighted(["email", "website", "push", "sms"], channel => channel is "email" ? 6 : channel is "website" ? 3 : 1));
    }

    public static Contact Of(Persona persona, Dice dice) =>
        new(persona.Name, EmailOf(persona.UserId), PhoneOf(dice), persona.Company, persona.JobTitle, "email");

    private static string EmailOf(string userId) => $"{Slug.Of(userId)}@example.com";

    private static string PhoneOf(Dice dice) =>
        string.Create(CultureInfo.InvariantCulture, $"+1 {201 + dice.Below(780)}-555-01{dice.Below(100):00}");
}
