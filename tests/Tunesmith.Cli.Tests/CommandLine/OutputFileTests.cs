using Tunesmith.Cli.CommandLine;

namespace Tunesmith.Cli.Tests.CommandLine;

public sealed class OutputFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_device_that_is_not_there_is_found_before()
    {
        Assert.SkipUnless(Directory.Exists("/dev"), "this system has no devices in /dev");

        ToolException exception = Assert.Throws<ToolException>(() => OutputFile.CheckWritable("/dev/no-such-device"));

        Assert.Equal("cannot write /dev/no-such-device: there is no such device; choose another place", exception.Message);
    }

    [Fact]
    public void A_full_disk_is_told_with_the_name_of_the_file_and_leaves_what_was_there()
    {
        string path = _folder.File("song.txt");
        File.WriteAllText(path, "before");

        ToolException exception = Assert.Throws<ToolException>(
            () => OutputFile.Write(path, _ => throw new IOException("No space left on device.")));

        Assert.Equal($"cannot write {path}: No space left on device; choose another place or free this one", exception.Message);
        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal(["song.txt"], _folder.Names());
    }

    [Fact]
    public void A_full_device_is_told_also_where_it_is_found_full_only_in_closing()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "this system has no /dev/full");

        ToolException exception = Assert.Throws<ToolException>(() => OutputFile.WriteText("/dev/full", "la"));

        Assert.Equal("cannot write /dev/full: No space left on device; choose another place or free this one", exception.Message);
    }

    [Fact]
    public void A_folder_in_which_nothing_may_be_written_is_told_without_the_name_of_the_file_in_between()
    {
        string path = _folder.File("song.txt");

        ToolException exception = Assert.Throws<ToolException>(
            () => OutputFile.Write(path, _ => throw new UnauthorizedAccessException("Access to the path '.song.txt.x' is denied.")));

        Assert.Equal($"cannot write {path}: files may not be written in that folder; choose another", exception.Message);
    }

    [Fact]
    public void A_file_is_written_and_the_folders_on_the_way_are_made()
    {
        string path = _folder.File("new", "deep", "song.txt");

        OutputFile.WriteText(path, "la la");

        Assert.Equal("la la"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Equal(["new", Path.Combine("new", "deep"), Path.Combine("new", "deep", "song.txt")], _folder.Names());
    }

    [Fact]
    public void A_file_that_is_there_is_replaced()
    {
        string path = _folder.File("song.txt");
        File.WriteAllText(path, "a long song of before");

        OutputFile.WriteText(path, "la");

        Assert.Equal("la", File.ReadAllText(path));
    }

    [Fact]
    public void Where_writing_fails_the_file_is_as_it_was_and_nothing_is_left_beside_it()
    {
        string path = _folder.File("song.txt");
        File.WriteAllText(path, "before");

        Assert.Throws<InvalidDataException>(() => OutputFile.Write(path, stream =>
        {
            stream.Write("half"u8);
            throw new InvalidDataException();
        }));

        Assert.Equal("before", File.ReadAllText(path));
        Assert.Equal(["song.txt"], _folder.Names());
    }

    [Fact]
    public void A_folder_is_not_a_file_to_write()
    {
        ToolException exception = Assert.Throws<ToolException>(() => OutputFile.CheckWritable(_folder.Path));

        Assert.Contains("it is a folder; add the name of a file", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_below_a_file_is_found_unwritable_before_and_at_writing()
    {
        File.WriteAllText(_folder.File("song.txt"), "before");
        string path = _folder.File("song.txt", "deep", "other.txt");

        ToolException before = Assert.Throws<ToolException>(() => OutputFile.CheckWritable(path));
        ToolException at = Assert.Throws<ToolException>(() => OutputFile.WriteText(path, "la"));

        Assert.Contains("is a file, not a folder", before.Message, StringComparison.Ordinal);
        Assert.Contains("cannot write", at.Message, StringComparison.Ordinal);
        Assert.Equal(["song.txt"], _folder.Names());
    }

    [Fact]
    public void The_check_leaves_nothing_behind()
    {
        OutputFile.CheckWritable(_folder.File("new", "song.txt"));

        Assert.Empty(_folder.Names());
    }

    [Fact]
    public void A_link_stays_and_what_it_points_to_is_replaced()
    {
        string target = _folder.File("song.txt");
        string link = _folder.File("link.txt");
        File.WriteAllText(target, "before");
        File.CreateSymbolicLink(link, target);

        OutputFile.WriteText(link, "after");

        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal("after", File.ReadAllText(target));
    }

    [Fact]
    public void A_device_is_written_to_and_not_replaced()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "this system has no /dev/null");

        OutputFile.CheckWritable("/dev/null");
        OutputFile.WriteText("/dev/null", "la");

        Assert.Equal("", File.ReadAllText("/dev/null"));
    }
}
