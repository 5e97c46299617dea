using PersonalizationEngine.Core.Recommendations.Algebra;

namespace PersonalizationEngine.Core.Tests.Recommendations.Algebra;

public sealed class SymmetricInverseTests
{
    /// <summary>Around every edge of tiles and blocks, on every kernel; those the machine lacks run in plain code.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(500)]
    [InlineData(545)]
    public void Invert_PositiveDefinite_EqualsNaiveInverse(int size)
    {
        var matrix = Matrices.PositiveDefinite(size, seed: size);
        var expected = Matrices.NaiveInverse(matrix, size);
        var bound = 2e-5 * expected.Max(Math.Abs);
        foreach (var width in Enum.GetValues<VectorWidth>())
        {
            foreach (var cores in (int[])[1, 3])
            {
                var inverse = Matrices.WithJunkAboveDiagonal(matrix, size);
                Assert.True(SymmetricInverse.Invert(inverse, size, cores, width).Succeeded);
                Assert.DoesNotContain(expected.Zip(inverse), pair => !(Math.Abs(pair.First - pair.Second) <= bound));
                AssertIdentity(matrix, inverse, size);
            }
        }
    }

    [Fact]
    public void Invert_AnyCores_SameBits()
    {
        const int Size = 300;
        var one = Matrices.PositiveDefinite(Size, seed: 5);
        var three = one.ToArray();

        SymmetricInverse.Invert(one, Size, cores: 1);
        SymmetricInverse.Invert(three, Size, cores: 3);

        Assert.Equal(one, three);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(130)]
    [InlineData(199)]
    public void Invert_NotPositiveDefinite_NamesTheFirstFailingPivot(int row)
    {
        const int Size = 200;
        var matrix = Matrices.PositiveDefinite(Size, seed: 7);
        matrix[(row * Size) + row] = -1;

        var outcome = SymmetricInverse.Invert(matrix, Size, cores: 2);

        Assert.Equal(new InverseOutcome(row), outcome);
        Assert.False(outcome.Succeeded);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(0f)]
    public void Invert_DiagonalIsNoPivot_Fails(float diagonal) =>
        Assert.Equal(1, SymmetricInverse.Invert([2, 0, 0, diagonal], 2, cores: 1).FailedPivot);

    [Fact]
    public void Invert_TwiceTheSameRow_FailsAtTheSecond()
    {
        float[] matrix = [4, 2, 4, 2, 3, 2, 4, 2, 4];

        Assert.Equal(2, SymmetricInverse.Invert(matrix, 3, cores: 1).FailedPivot);
    }

    [Fact]
    public void Invert_SizesOutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SymmetricInverse.Invert([], 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SymmetricInverse.Invert([], SymmetricInverse.MostRows + 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SymmetricInverse.Invert([1, 0, 0], 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SymmetricInverse.Invert([1], 1, 0));
    }

    private static void AssertIdentity(float[] matrix, float[] inverse, int size)
    {
        // A few rows of the product tell: each holds every column.
        foreach (var row in (int[])[0, size / 2, size - 1])
        {
            for (var column = 0; column < size; column++)
            {
                var sum = 0.0;
                for (var inner = 0; inner < size; inner++)
                    sum += (double)matrix[(row * size) + inner] * inverse[(inner * size) + column];
                Assert.Equal(row == column ? 1 : 0, sum, 1e-4);
            }
        }
    }
}
