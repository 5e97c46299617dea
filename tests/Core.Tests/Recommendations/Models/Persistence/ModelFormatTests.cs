using System.Buffers.Binary;
using CsCheck;
using PersonalizationEngine.Core.Hashing;
using PersonalizationEngine.Core.Recommendations.Models;
using PersonalizationEngine.Core.Recommendations.Models.Factors;
using PersonalizationEngine.Core.Recommendations.Models.Persistence;

namespace PersonalizationEngine.Core.Tests.Recommendations.Models.Persistence;

public sealed class ModelFormatTests
{
    private static readonly Gen<int[][]> Histories = Gen.Int[0, StoredModels.ItemCount - 1].Array[0, 7].Array[0, 12];

    private static readonly int[] Items = [.. Enumerable.Range(0, StoredModels.ItemCount)];

    /// <summary>One of each kind, to be spoilt.</summary>
    private static readonly byte[][] Samples =
    [
        StoredModels.Bytes(StoredModels.Linear([[0, 1, 2], [2, 3], [3, 8]]), StoredModels.Ids),
        StoredModels.Bytes(StoredModels.Factors([[0, 1, 2], [2, 3], [3, 8]]), StoredModels.Ids),
    ];

    [Fact]
    public void Read_OwnBytes_SameModelUnderNewNumbers() =>
        Gen.Select(Histories, Gen.Int[0, 500].Array[StoredModels.ItemCount]).Sample((histories, offsets) =>
        {
            // Every other process counts its items in its own order, with others among them.
            int[] numbers = [.. offsets];
            Dictionary<string, int> process = [];
            foreach (var item in Items)
            {
                while (process.ContainsValue(numbers[item])) numbers[item]++;
                process.Add(StoredModels.Ids[item], numbers[item]);
            }

            var linear = StoredModels.Linear(histories);
            var read = LinearModelFormat.Read(StoredModels.Bytes(linear, StoredModels.Ids), id => process[id]);
            Assert.Equal("", read.Fault);
            Assert.Equal(linear.WeightCount, read.Model!.WeightCount);
            AssertClose(linear, read.Model, numbers);

            var factors = StoredModels.Factors(histories);
            var readFactors = FactorModelFormat.Read(StoredModels.Bytes(factors, StoredModels.Ids), id => process[id]);
            Assert.Equal("", readFactors.Fault);
            AssertClose(factors, readFactors.Model!, numbers);
        }, iter: 100);

    [Fact]
    public void Read_ItemsThatAreNoMore_LeftOut()
    {
        int[][] histories = [[0, 1, 2, 3], [1, 2], [2, 3, 4], [0, 4]];
        var linear = StoredModels.Linear(histories);
        string[] withoutTwo = [.. StoredModels.Ids.Select((id, item) => item == 2 ? "" : id)];
        int[] withoutTwoAndThree = [.. Items.Select(item => item is 2 or 3 ? -1 : item)];

        var read = LinearModelFormat.Read(
            StoredModels.Bytes(linear, withoutTwo), id => withoutTwoAndThree[Array.IndexOf(StoredModels.Ids, id)]);

        AssertClose(linear, read.Model!, withoutTwoAndThree);
        var factors = FactorModelFormat.Read(
            StoredModels.Bytes(StoredModels.Factors(histories), withoutTwo),
            id => withoutTwoAndThree[Array.IndexOf(StoredModels.Ids, id)]);
        Assert.Equal(3, factors.Model!.ItemCount);
    }

    [Fact]
    public void Write_ItemWithoutId_Throws()
    {
        Assert.Throws<ArgumentException>(() => StoredModels.Bytes(StoredModels.Linear([[0, 8]]), ["a"]));
        Assert.Throws<ArgumentException>(() => StoredModels.Bytes(StoredModels.Factors([[0, 8]]), ["a"]));
    }

    [Fact]
    public void Read_CutShort_Fault()
    {
        foreach (var sample in Samples)
            for (var length = 0; length < sample.Length; length++) AssertFault(sample.AsSpan(0, length));
    }

    [Fact]
    public void Read_OneByteChanged_Fault()
    {
        foreach (var sample in Samples)
        {
            for (var place = 0; place < sample.Length; place++)
            {
                foreach (var change in (byte[])[1, 0x80, 0xFF])
                {
                    var spoilt = sample.ToArray();
                    spoilt[place] ^= change;
                    AssertFault(spoilt);
                }
            }
        }
    }

    [Fact]
    public void Read_AnyBytes_Fault() => Gen.Byte.Array[0, 200].Sample(bytes => AssertFault(bytes), iter: 1000);

    /// <summary>Bytes of ill will have a checksum that fits: a model or a fault, but nothing thrown.</summary>
    [Fact]
    public void Read_ChangedAndSealedAnew_NeverThrows() =>
        Gen.Select(Gen.Int[0, 1], Gen.Select(Gen.Int[6, 10_000], Gen.Byte).Array[1, 4]).Sample((kind, changes) =>
        {
            var spoilt = Samples[kind].ToArray();
            foreach (var (place, value) in changes) spoilt[6 + (place % (spoilt.Length - 10))] = value;
            Seal(spoilt);

            Dictionary<string, int> numbers = [];
            int Number(string id) => numbers.TryGetValue(id, out var known) ? known : numbers[id] = numbers.Count;
            IItemModel? model = LinearModelFormat.Read(spoilt, Number).Model;
            model ??= FactorModelFormat.Read(spoilt, Number).Model;
            if (model is not null) StoredModels.Scores(model, [.. Enumerable.Range(0, 20)]);
        }, iter: 5000);

    [Fact]
    public void Read_OtherKindOrVersion_SaysSo()
    {
        Assert.Contains("kind 2", LinearModelFormat.Read(Samples[1], Number).Fault, StringComparison.Ordinal);
        Assert.Contains("kind 1", FactorModelFormat.Read(Samples[0], Number).Fault, StringComparison.Ordinal);
        var later = Samples[0].ToArray();
        later[5] = 2;
        Seal(later);
        Assert.Contains("version 2", LinearModelFormat.Read(later, Number).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwoIdsOfOneNumber_Fault() =>
        Assert.Equal("The stored model contradicts itself.", LinearModelFormat.Read(Samples[0], _ => 0).Fault);

    /// <summary>Bytes of version 1 as they were written first: later code must read them, or raise the version.</summary>
    [Fact]
    public void Read_BytesOfVersion1_StillUnderstood()
    {
        // "a" says 0.5 of "b" and -0.25 of "c", "c" says 1 of "a".
        var bytes = Convert.FromHexString("50454D4F0101" + "03" + "0161" + "0162" + "0163" + "03"
            + "02" + "01" + "00" + "0000003F" + "003C" + "00B8" + "00" + "01" + "00" + "0000803F" + "003C" + "00000000");
        Seal(bytes);

        var read = LinearModelFormat.Read(bytes, id => id[0] - 'a');

        Assert.Equal("", read.Fault);
        Assert.Equal([0, 1, -0.5f, 0, 0, 0, 2, 0, 0], StoredModels.Scores(read.Model!, [0, 1, 2]));
        Assert.Equal(bytes, StoredModels.Bytes(read.Model!, ["a", "b", "c"]));
    }

    private static int Number(string id) => Array.IndexOf(StoredModels.Ids, id);

    private static void Seal(byte[] bytes) => BinaryPrimitives.WriteUInt32LittleEndian(
        bytes.AsSpan(bytes.Length - 4), Fnv1a.Continue(Fnv1a.OffsetBasis, bytes.AsSpan(0, bytes.Length - 4)));

    private static void AssertFault(ReadOnlySpan<byte> bytes)
    {
        var linear = LinearModelFormat.Read(bytes, Number);
        Assert.Null(linear.Model);
        Assert.NotEqual("", linear.Fault);
        ModelReading<ItemFactorModel> factors = FactorModelFormat.Read(bytes, Number);
        Assert.Null(factors.Model);
        Assert.NotEqual("", factors.Fault);
    }

    /// <summary>Eleven bits are kept of the largest weight of a row.</summary>
    private static void AssertClose(IItemModel expected, IItemModel actual, int[] numbers)
    {
        var before = StoredModels.Scores(expected, Items);
        var after = StoredModels.Scores(actual, numbers);
        for (var place = 0; place < before.Length; place++)
        {
            var isKept = numbers[place / StoredModels.ItemCount] >= 0 && numbers[place % StoredModels.ItemCount] >= 0;
            Assert.Equal(isKept ? before[place] : 0, after[place], 0.002f);
        }
    }
}
