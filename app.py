from powerlist.app.main import main

main()
