// Opens the packages that dotnet pack has made and checks what is in them: dotnet run .ci/PackageCheck.cs -- FOLDER
//
// The library: the assembly with its documentation and the starter model, README, icon; symbols apart, with the sources in them. The tool:
// the command, README, icon. Both: who, what, under which license, and no address, for there is no public one yet; no link in a README
// that would lead nowhere from a package's page; and no path of the machine that built them.
using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

if (args.Length != 1)
{
    Console.Error.WriteLine("Expected one argument: dotnet run .ci/PackageCheck.cs -- FOLDER");
    return 2;
}

int wrong = 0;
string folder = args[0];
using ZipArchive library = Open(@"^Tunesmith\.\d.*\.nupkg$");
using ZipArchive symbols = Open(@"^Tunesmith\.\d.*\.snupkg$");
using ZipArchive tool = Open(@"^Tunesmith\.Tool\.\d.*\.nupkg$");

CheckFace(library, "Tunesmith");
CheckFace(tool, "Tunesmith.Tool");

Check("the library is one assembly with its documentation", Names(library, "lib/")
    is ["lib/net10.0/Tunesmith.dll", "lib/net10.0/Tunesmith.xml"]);
Check("the library needs no other package", Nuspec(library).Descendants().All(element => element.Name.LocalName != "dependency"));
Check("its documentation tells of the starter model", Encoding.UTF8.GetString(Bytes(library, "lib/net10.0/Tunesmith.xml"))
    .Contains("M:Tunesmith.Model.MelodyModel.LoadStarter", StringComparison.Ordinal));
Check("the starter model and the songbook are in the assembly", Bytes(library, "lib/net10.0/Tunesmith.dll") is byte[] assembly
    && Holds(assembly, "model/starter.safetensors") && Holds(assembly, "songbook/arirang.abc"));

Check("the symbols are one file", Names(symbols, "lib/") is ["lib/net10.0/Tunesmith.pdb"]);
CheckSymbols(Bytes(symbols, "lib/net10.0/Tunesmith.pdb"));

XElement command = XDocument.Parse(Encoding.UTF8.GetString(Bytes(tool, "tools/net10.0/any/DotnetToolSettings.xml")).TrimStart('\uFEFF'))
    .Descendants().Single(element => element.Name.LocalName == "Command");
Check("the tool is called tunesmith", (string?)command.Attribute("Name") == "tunesmith");
Check("the tool starts with its own assembly", (string?)command.Attribute("EntryPoint") is { } entry
    && Names(tool, "tools/").Contains($"tools/net10.0/any/{entry}"));
Check("the tool carries the library and the packages it needs, and no documentation of them",
    Names(tool, "tools/").Where(name => !name.EndsWith(".pdb", StringComparison.Ordinal)).Select(Path.GetFileName) is var files
    && files.Contains("Tunesmith.dll") && files.Contains("System.CommandLine.dll") && files.Contains("Spectre.Console.dll")
    && !files.Any(file => file!.EndsWith(".xml", StringComparison.Ordinal) && file != "DotnetToolSettings.xml"));

Console.WriteLine(wrong == 0 ? "the packages hold what they should" : $"{wrong} wrong");
return wrong == 0 ? 0 : 1;

void CheckFace(ZipArchive package, string id)
{
    XElement facts = Nuspec(package);
    string Fact(string name) => (string?)facts.Elements().FirstOrDefault(element => element.Name.LocalName == name) ?? "";
    Check($"{id}: its id", Fact("id") == id);
    Check($"{id}: license, description, tags, authors", Fact("license") == "MIT AND CC0-1.0"
        && Fact("description").Length > 0 && Fact("tags").Length > 0 && Fact("authors").Length > 0);
    Check($"{id}: no address", Fact("projectUrl").Length == 0
        && facts.Elements().FirstOrDefault(element => element.Name.LocalName == "repository")?.Attribute("url") is null);

    byte[] icon = Bytes(package, Fact("icon"));
    Check($"{id}: a PNG icon of 128x128", icon is [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, ..]
        && icon.AsSpan(16, 8).SequenceEqual<byte>([0, 0, 0, 128, 0, 0, 0, 128])); // width and height in the chunk IHDR
    string readme = Encoding.UTF8.GetString(Bytes(package, Fact("readme")));
    Check($"{id}: a README", readme.StartsWith('#'));
    Check($"{id}: its links lead somewhere from a package's page", Regex.Matches(readme, @"\]\(([^)]*)\)")
        .All(link => link.Groups[1].Value.StartsWith("https://", StringComparison.Ordinal)));

    string here = Path.GetFullPath(".");
    Check($"{id}: no path of this machine", package.Entries
        .Where(entry => Path.GetExtension(entry.Name) is ".dll" or ".pdb" or ".xml" or ".json" or ".nuspec")
        .All(entry => !Holds(Bytes(package, entry.FullName), here)));
}

void CheckSymbols(byte[] bytes)
{
    using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(bytes));
    MetadataReader reader = provider.GetMetadataReader();
    Guid embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");
    string[] without =
    [
        .. reader.Documents
            .Where(document => !reader.GetCustomDebugInformation(document)
                .Any(info => reader.GetGuid(reader.GetCustomDebugInformation(info).Kind) == embeddedSource))
            .Select(document => reader.GetString(reader.GetDocument(document).Name)),
    ];
    Check($"the symbols hold all {reader.Documents.Count} sources", reader.Documents.Count > 100 && without.Length == 0);
    Check("the sources are named from the root of the repository", reader.Documents
        .All(document => reader.GetString(reader.GetDocument(document).Name).StartsWith("/_/", StringComparison.Ordinal)));
}

void Check(string what, bool holds)
{
    Console.WriteLine($"{(holds ? "ok   " : "WRONG")}  {what}");
    wrong += holds ? 0 : 1;
}

ZipArchive Open(string pattern) =>
    ZipFile.OpenRead(Directory.GetFiles(folder).Single(path => Regex.IsMatch(Path.GetFileName(path), pattern)));

static string[] Names(ZipArchive package, string below) =>
[
    .. package.Entries
        .Select(entry => entry.FullName)
        .Where(name => name.StartsWith(below, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal),
];

static byte[] Bytes(ZipArchive package, string name)
{
    using Stream content = (package.GetEntry(name) ?? throw new FileNotFoundException($"The package has no file {name}.")).Open();
    using MemoryStream bytes = new();
    content.CopyTo(bytes);
    return bytes.ToArray();
}

static XElement Nuspec(ZipArchive package)
{
    string name = package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).FullName;
    return XDocument.Load(new MemoryStream(Bytes(package, name))).Root!.Elements().Single();
}

static bool Holds(byte[] bytes, string text) =>
    bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
