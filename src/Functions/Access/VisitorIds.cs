using System.Security.Cryptography;

namespace PersonalizationEngine.Functions.Access;

/// <summary>Ids for visitors nobody has named. They are drawn, because whoever could guess one could claim that visitor's history.</summary>
internal static class VisitorIds
{
    private const string Prefix = "visitor-";
    private const int Bytes = 16;

    public static string Next() => Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
}
