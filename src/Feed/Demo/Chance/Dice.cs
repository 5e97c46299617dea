using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PersonalizationEngine.Feed.Demo.Chance;

/// <summary>
/// Seeded chance. Each purpose has dice of its own, so that one more draw for one person changes nobody else's month.
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014) rather than
/// <see cref="Random"/>, whose sequence .NET does not promise to keep. Not safe for several threads.
/// </summary>
internal sealed class Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    /// <param name="purpose">What the draws are for; the same seed, purpose and index give the same draws.</param>
    public static Dice For(long seed, string purpose, int index = 0)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{purpose}/{index}"));
        return new Dice(BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    public ulong Bits()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public double Between(double least, double most) => least + ((most - least) * Unit());

    /// <summary>Uniform in 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)(Unit() * count);

    public bool Chance(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>That many lower-case hexadecimal digits, at most 16.</summary>
    public string Hex(int digits) => Bits().ToString("x16")[..digits];
}
