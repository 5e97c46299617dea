using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using PersonalizationEngine.Feed.Demo.Journeys;
using PersonalizationEngine.Feed.Demo.Population;

namespace PersonalizationEngine.Feed.Demo;

/// <summary>
/// What is true of the made-up people, for judging the engine afterwards and never shown to it. Columns: <c>person_id</c>
/// (the id the engine knows them by), <c>tribe</c>, <c>intent</c> (0 to 1), <c>converted</c> (by now).
/// </summary>
internal static class TruthFile
{
    public static void Write(string path, IEnumerable<PersonMonth> people)
    {
        using var csv = new CsvWriter(new StreamWriter(path), CultureInfo.InvariantCulture);
        csv.WriteRecords(people.Select(month => new
        {
            person_id = IdOf(month.Person),
            tribe = month.Person.Tribe,
            intent = month.Person.Intent.ToString("0.0000", CultureInfo.InvariantCulture),
            converted = month.Converted ? "true" : "false",
        }));
    }

    private static string IdOf(Person person) =>
        person.UserId ?? (person.Tracking == Tracking.AddressAndAgent ? HashOf(person.Devices[0]) : person.Devices[0].Id);

    private static string HashOf(Device device) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(device.IpAddress + device.UserAgent)));
}
