import CSVSniffing
import Testing

@Suite struct LikelihoodTests {
    private static let tables = [
        "id,name,amount\n1,Ann,2.5\n2,Bob,3.5\n3,Cy,4.5\n",
        "id;name\n1;Ann\n2;Bob\n3;Cy\n4;Di\n",
        "a\tb\tc\n1\tx\t2020-01-01\n2\ty\t2020-01-02\n3\tz\t2020-01-03\n",
        "name,text,n\nx,\"one, two\",1\ny,\"three, four\",2\nz,\"five\nsix\",3\n",
    ]

    private static let others = [
        "",
        "It was late, and the rain, which had begun at noon, did not stop.\nNobody came.\nNobody, it seemed, would.\n",
        "int main(int argc, char **argv) {\n    printf(\"a, b\");\n    return 0;\n}\n",
        "{\"a\": 1, \"b\": 2}\n{\"a\": 3, \"b\": 4}\n{\"a\": 5, \"b\": 6}\n",
        "[section]\nkey = value\nother = 1, 2, 3\n\n[next]\nkey = value\n",
        "# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n",
        "2020-01-01 10:00:00,123 INFO the server has been started and listens on port 80\n"
            + "2020-01-01 10:00:01,456 WARN the client went away, the request was dropped at once\n",
        "<ul>\n<li>1,2,3</li>\n<li>4,5,6</li>\n</ul>\n",
        "a { color: red; }\nb { color: blue; }\n",
        "let a = 1;\nlet b = 2;\nlet c = 3;\nlet d = 4;\n",
        "INSERT INTO t VALUES (1, 'a', 2);\nINSERT INTO t VALUES (2, 'b', 3);\nINSERT INTO t VALUES (3, 'c', 4);\n",
    ]

    @Test(arguments: tables)
    func `Tables are likely`(text: String) {
        #expect(CSVSniffer.likelihood(ofTableIn: Array(text.utf8).span) > 0.5)
    }

    @Test(arguments: others)
    func `Other texts are not`(text: String) {
        #expect(CSVSniffer.likelihood(ofTableIn: Array(text.utf8).span) < 0.3)
    }
}
